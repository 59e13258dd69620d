/** `briefwright check` on projects on disk: where its reports go, and how it ends. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type CheckCommandOptions, checkCommand } from '../../../pipeline/cli/commands/check.ts';
import { verdictOf } from '../../../pipeline/cli/verdict.ts';
import { reportOn } from '../../support/report.ts';
import { planOf, projectWith, section, terminalIn } from '../../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const target = '- People reached: target 90 % of the city by 2030';
const clean = planOf(section('1.1: Heat alarm', target));
/** One warning: the section's parts stand in another order. */
const warned = clean.replace(
  /(#### Recommendation.*?)(#### Background.*?)(?=#### Stakeholders)/su,
  '$2$1',
);
const broken = planOf(section('1.1: Heat alarm', ''));

async function run(
  files: Readonly<Record<string, string>>,
  options: CheckCommandOptions = {},
  { paths = [], env = {} }: { paths?: string[]; env?: Record<string, string> } = {},
) {
  const project = await projectWith(files);
  remove = project.remove;
  const terminal = terminalIn(project.folder, env);
  const code = await checkCommand(paths, options, process.cwd(), terminal);
  const read = (name: string) => readFile(path.join(project.folder, name), 'utf8');
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr(), read };
}

test('a plan that holds what it promises passes', async () => {
  const { code, stdout } = await run({ 'sources/cool.md': clean });
  expect(stdout).toBe('No findings in 1 file.\n');
  expect(code).toBe(0);
});

test('an error fails', async () => {
  const { code, stdout } = await run({ 'sources/cool.md': broken }, { reporter: ['concise'] });
  expect(stdout).toBe(
    'sources/cool.md:24:16 error Section 1.1 "Heat alarm" has a heading "Indicators" with nothing beneath it. empty-part\n',
  );
  expect(code).toBe(1);
});

test('several reporters, each to its own file, in folders that are made', async () => {
  const { stdout, read } = await run(
    { 'sources/cool.md': broken },
    {
      reporter: ['sarif=out/a b/report.sarif', 'concise', 'junit=junit.xml', 'pretty=out/all.txt'],
    },
    { env: { FORCE_COLOR: '1' } },
  );
  expect(stdout).toMatch(/^sources\/cool\.md:24:16 error/u);
  expect(JSON.parse(await read('out/a b/report.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(await read('junit.xml')).toMatch(/^<\?xml|^<testsuites/u);
  expect(await read('out/all.txt')).toMatch(/^error\[empty-part\]/u);
});

test('on GitHub findings are annotations, and the run’s page gets a table', async () => {
  const project = await projectWith({ 'sources/cool.md': broken, 'summary.md': 'Before.\n' });
  remove = project.remove;
  const summary = path.join(project.folder, 'summary.md');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  const terminal = terminalIn(project.folder, env);
  expect(await checkCommand([], {}, process.cwd(), terminal)).toBe(1);
  expect(terminal.stdout()).toMatch(/^::error file=sources\/cool\.md,line=24/u);
  const page = await readFile(summary, 'utf8');
  expect(page).toMatch(/^Before\.\n## briefwright check\n/u);
  expect(page).toContain('| error | sources/cool.md:24 |');
});

test.each([
  [{}, 0, ''],
  [{ strict: true }, 1, 'Warnings fail too, since this is strict.\n'],
  [{ maxWarnings: '1' }, 0, ''],
  [{ maxWarnings: '0' }, 1, 'There is 1 warning, where at most 0 are borne.\n'],
])('warnings with %o', async (options, expected, said) => {
  const { code, stderr, stdout } = await run({ 'sources/cool.md': warned }, options);
  expect(stdout).toContain('1 warning in 1 file.');
  expect([code, stderr]).toEqual([expected, said]);
});

test('the config may be strict for all', async () => {
  const config = { 'briefwright.config.yaml': 'strict: true\n' };
  expect((await run({ 'sources/cool.md': warned, ...config })).code).toBe(1);
});

test('a mistake in the config is shown in the config, by every reporter, and ends with 2', async () => {
  const files = {
    'sources/cool.md': clean,
    'briefwright.config.yaml': 'rules:\n  mising-part: off\n',
  };
  const { code, stdout } = await run(files, {});
  expect(code).toBe(2);
  expect(stdout).toContain('--> briefwright.config.yaml:2:3');
  expect(stdout).toContain('2 │   mising-part: off\n    │   ^^^^^^^^^^^');
  expect(stdout).toContain('Did you mean "missing-part"?');
});

test('a finding about a part shows the line of the config that asks for it', async () => {
  const { stdout } = await run({
    'sources/cool.md': clean,
    'briefwright.config.yaml': 'parts:\n  - heading: Recommendation\n  - heading: Costs\n',
  });
  expect(stdout).toContain('Section 1.1 "Heat alarm" has no "Costs" part.');
  expect(stdout).toContain('= see: briefwright.config.yaml:3:5 The config asks for the part here.');
});

test('a rule is quieter in a folder, and a part louder than its rule', async () => {
  const files = {
    'sources/cool.md': broken,
    'sources/old/cool.md': broken,
    'briefwright.config.yaml':
      'sources: [sources/cool.md, sources/old/cool.md]\nrules: { empty-part: info }\nfolders: { sources/old: { empty-part: warning } }\n',
  };
  const { stdout, code } = await run(files, { reporter: ['concise'] });
  expect(stdout.match(/ (info|warning|error) /gu)).toEqual([' info ', ' warning ']);
  expect(code).toBe(0);
});

test.each([
  [{ reporter: ['json', 'pretty'] }, [], 'The report "json" cannot share stdout with another one.'],
  [{ reporter: ['prety'] }, [], 'There is no reporter "prety".'],
  [{ reporter: ['sarif='] }, [], '--reporter sarif= names no file.'],
  [{ maxWarnings: 'few' }, [], '--max-warnings takes a whole number, not "few".'],
  [{}, ['sources/none'], 'There is no "sources/none".'],
  [{}, ['sources/*.txt'], 'No plan matches "sources/*.txt".'],
  [{ config: 'none.yaml' }, [], 'There is no config "none.yaml".'],
])('a wrong use, %o %o, is told', async (options, paths, message) => {
  await expect(run({ 'sources/cool.md': clean }, options, { paths })).rejects.toMatchObject({
    name: 'UsageError',
    message,
  });
});

test('a report that cannot be written is told, with the file’s name', async () => {
  const project = await projectWith({ 'sources/cool.md': clean, out: '' });
  remove = project.remove;
  await writeFile(path.join(project.folder, 'out'), 'a file');
  await expect(
    checkCommand([], { reporter: ['json=out/report.json'] }, '.', terminalIn(project.folder)),
  ).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining('"out/report') });
});

test('a rule that throws ends with 3 and hides no finding', () => {
  const report = reportOn({ 'plan.md': broken });
  const failure = { rule: 'own-rule', path: 'plan/plan.md', error: new Error('out of luck') };
  const failed = { ...report, failures: [failure] };
  expect(verdictOf(report, { strict: false, maxWarnings: undefined }).code).toBe(1);
  expect(verdictOf(failed, { strict: false, maxWarnings: undefined }).code).toBe(3);
});

const untidy = `\ufeff${clean.replaceAll('\n', '\r\n')}`;
const misspelt = clean.replace('#### Recommendation', '#### Recomendation');

test('--fix mends what keeps its meaning, and leaves line breaks as they are', async () => {
  const { code, stderr, stdout, read } = await run({ 'sources/cool.md': untidy }, { fix: true });
  expect([code, stderr, stdout]).toEqual([
    0,
    '1 finding mended in 1 file.\n',
    'No findings in 1 file.\n',
  ]);
  expect(await read('sources/cool.md')).toBe(clean.replaceAll('\n', '\r\n'));
});

test('--fix --dry-run shows a diff and writes nothing', async () => {
  const options = { fix: true, dryRun: true };
  const { stdout, stderr, read, code } = await run({ 'sources/cool.md': misspelt }, options);
  expect(stdout).toBe(`--- a/sources/cool.md
+++ b/sources/cool.md
@@ -9,7 +9,7 @@
 
 ### 1.1: Heat alarm
 
-#### Recomendation
+#### Recommendation
 
 Warn everyone a day before a hot day.
 
`);
  expect([code, stderr]).toEqual([
    0,
    '1 finding would be mended in 1 file. Nothing was written.\n',
  ]);
  expect(await read('sources/cool.md')).toBe(misspelt);
});

test('--fix --unsafe puts in what still fails until somebody completes it', async () => {
  const { code, stdout, read } = await run(
    { 'sources/cool.md': broken },
    { fix: true, unsafe: true, reporter: ['concise'] },
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/ placeholder-part\n$/u);
  expect(await read('sources/cool.md')).toBe(
    `${broken.trimEnd()}\n\n[To be determined]${broken.slice(broken.trimEnd().length)}`,
  );
});

test('a file that is not UTF-8 is never written', async () => {
  const project = await projectWith({ 'sources/cool.md': '' });
  remove = project.remove;
  const file = path.join(project.folder, 'sources/cool.md');
  const bytes = Buffer.concat([Buffer.from(misspelt), Buffer.from([0xe9, 0x0a])]);
  await writeFile(file, bytes);
  const terminal = terminalIn(project.folder);
  await checkCommand([], { fix: true }, process.cwd(), terminal);
  expect(terminal.stderr()).toBe('0 findings mended in 0 files.\n');
  expect(await readFile(file)).toEqual(bytes);
});

test('--dry-run without --fix is a wrong use', async () => {
  await expect(run({ 'sources/cool.md': clean }, { dryRun: true })).rejects.toMatchObject({
    name: 'UsageError',
  });
});
