/** Living with findings: the baseline, coverage, and what has changed since. */
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type CheckCommandOptions, checkCommand } from '../../../pipeline/cli/commands/check.ts';
import { planOf, projectWith, section, terminalIn } from '../../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const target = '- People reached: target 90 % of the city by 2030';
const one = planOf(section('1.1: Heat alarm', ''), section('1.2: Cool rooms', target));
const both = planOf(section('1.1: Heat alarm', ''), section('1.2: Cool rooms', ''));
const clean = planOf(section('1.1: Heat alarm', target), section('1.2: Cool rooms', target));

async function projectOf(files: Readonly<Record<string, string>>) {
  const project = await projectWith(files);
  remove = project.remove;
  const file = (name: string) => path.join(project.folder, name);
  return {
    folder: project.folder,
    write: (name: string, text: string) => writeFile(file(name), text),
    delete: (name: string) => rm(file(name)),
    read: (name: string) => readFile(file(name), 'utf8'),
    async run(options: CheckCommandOptions = {}, paths: string[] = []) {
      const terminal = terminalIn(project.folder);
      const all = { reporter: ['concise'], ...options };
      const code = await checkCommand(paths, all, process.cwd(), terminal);
      return [code, terminal.stdout(), terminal.stderr()] as const;
    },
  };
}

describe('the baseline', () => {
  test('holds what is found at first, and lets only new findings fail', async () => {
    const project = await projectOf({ 'sources/cool.md': one });
    expect(await project.run({ updateBaseline: true })).toEqual([
      0,
      '',
      'briefwright-baseline.json holds 1 finding to live with for now.\n',
    ]);
    expect(JSON.parse(await project.read('briefwright-baseline.json'))).toEqual({
      version: 1,
      findings: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/u),
          rule: 'empty-part',
          path: 'sources/cool.md',
          message: 'Section 1.1 "Heat alarm" has a heading "Indicators" with nothing beneath it.',
        },
      ],
    });
    // Lines move and words change: the section's number stays.
    await project.write('sources/cool.md', both.replace('Hot days', 'Really\nhot days'));
    const [code, stdout, stderr] = await project.run();
    expect(stdout).toMatch(/^sources\/cool\.md:43:16 error [^\n]*empty-part\n$/u);
    expect([code, stderr]).toEqual([1, '1 finding of briefwright-baseline.json left out.\n']);
  });

  test('only shrinks', async () => {
    const project = await projectOf({ 'sources/cool.md': both });
    await project.run({ updateBaseline: true });
    await project.write('sources/cool.md', one);
    const [, , told] = await project.run();
    expect(told).toContain('1 finding of briefwright-baseline.json is mended: briefwright check');
    expect((await project.run({ updateBaseline: true }))[2]).toContain('and taken out of it.');
    await project.write('sources/cool.md', both);
    const [code, stdout] = await project.run({ updateBaseline: true });
    expect([code, stdout.match(/empty-part/gu)]).toEqual([1, ['empty-part']]);
  });

  test('of two plans alike each has findings of its own', async () => {
    const project = await projectOf({ 'sources/cool.md': one, 'sources/dry.md': clean });
    await project.run({ updateBaseline: true });
    await project.write('sources/dry.md', one);
    expect((await project.run())[1]).toMatch(/^sources\/dry\.md:24:16 error[^\n]*\n$/u);
  });

  test('is read anew where the check itself was remembered', async () => {
    const project = await projectOf({ 'sources/cool.md': both });
    expect((await project.run())[0]).toBe(1);
    await project.run({ updateBaseline: true });
    expect(await project.run()).toEqual([
      0,
      '',
      '2 findings of briefwright-baseline.json left out.\n',
    ]);
    const baseline = JSON.parse(await project.read('briefwright-baseline.json'));
    const shorter = { ...baseline, findings: baseline.findings.slice(0, 1) };
    await project.write('briefwright-baseline.json', JSON.stringify(shorter));
    const [code, stdout, stderr] = await project.run();
    expect([code, stderr]).toEqual([1, '1 finding of briefwright-baseline.json left out.\n']);
    expect(stdout).toContain('Section 1.2 "Cool rooms" has a heading "Indicators"');
    await project.delete('briefwright-baseline.json');
    expect((await project.run())[1].trim().split('\n')).toHaveLength(2);
  });

  test('a file that is no baseline is told, and a part of a project has none', async () => {
    const project = await projectOf({ 'sources/cool.md': one, 'briefwright-baseline.json': '{}' });
    await expect(project.run()).rejects.toMatchObject({ name: 'UsageError' });
    await expect(project.run({ updateBaseline: true }, ['sources/cool.md'])).rejects.toMatchObject({
      name: 'UsageError',
    });
  });
});

describe('coverage', () => {
  test('by goal and for the plan', async () => {
    const waived = section('1.3: Schools', 'none: They come in May.');
    const project = await projectOf({ 'sources/cool.md': `${one}\n${waived}` });
    const [, stdout] = await project.run({ coverage: true });
    expect(stdout.slice(stdout.indexOf('Plan '))).toBe(`Plan "Cool City": 3 sections
                  filled  waived  empty  placeholder  missing  share
  Recommendation       3       0      0            0        0  100 %
  Background           3       0      0            0        0  100 %
  Stakeholders         3       0      0            0        0  100 %
  Indicators           1       1      1            0        0   66 %

Goal 1 "People": 3 sections
                  filled  waived  empty  placeholder  missing  share
  Recommendation       3       0      0            0        0  100 %
  Background           3       0      0            0        0  100 %
  Stakeholders         3       0      0            0        0  100 %
  Indicators           1       1      1            0        0   66 %
`);
  });

  test('a gate', async () => {
    const config = 'rules: { empty-part: warning }\nminCoverage: { indicators: 50 }\n';
    const project = await projectOf({ 'sources/cool.md': one, 'briefwright.config.yaml': config });
    expect((await project.run())[0]).toBe(0);
    const [code, , stderr] = await project.run({ minCoverage: ['indicators=80%'] });
    expect([code, stderr]).toEqual([
      1,
      'Plan "Cool City" has "Indicators" in 1 of 2 sections, where 80 % are asked for.\n',
    ]);
  });

  test.each(['indicators', 'indicators=101', 'indicator=80%'])('no gate: %s', async (asked) => {
    const project = await projectOf({ 'sources/cool.md': one });
    await expect(project.run({ minCoverage: [asked] })).rejects.toMatchObject({
      name: 'UsageError',
    });
  });

  test('a document on stdout stays one', async () => {
    const project = await projectOf({ 'sources/cool.md': one });
    const [, stdout, stderr] = await project.run({ reporter: ['json'], coverage: true });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
    expect(stderr).toContain('Plan "Cool City": 2 sections');
  });
});

describe('what has changed', () => {
  function git(folder: string, ...args: readonly string[]) {
    const who = [
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'ignore' });
  }

  test('since the last commit, since a branch, and before the first commit', async () => {
    const project = await projectOf({ 'sources/cool.md': one, 'sources/dry.md': one });
    const places = async (options: CheckCommandOptions = {}) =>
      (await project.run({ changed: true, ...options }))[1].match(/sources\/\w+/gu);
    git(project.folder, 'init', '-q', '-b', 'main');
    expect(await places()).toEqual(['sources/cool', 'sources/dry']);
    git(project.folder, 'add', '.');
    git(project.folder, 'commit', '-q', '-m', 'first');
    expect(await places()).toBeNull();
    git(project.folder, 'checkout', '-q', '-b', 'work');
    await project.write('sources/dry.md', both);
    expect(await places()).toEqual(['sources/dry', 'sources/dry']);
    git(project.folder, 'commit', '-qam', 'second');
    expect(await places()).toBeNull();
    await project.write('sources/new plan.md', one);
    expect(await places({ since: 'main' })).toEqual(['sources/dry', 'sources/dry', 'sources/new']);
    await project.write('briefwright.config.yaml', 'rules: {}\n');
    expect(await places()).toHaveLength(4);
    await expect(places({ since: 'none' })).rejects.toMatchObject({ name: 'UsageError' });
    await expect(places({ since: '--output=x' })).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('outside a repository', async () => {
    const project = await projectOf({ 'sources/cool.md': one });
    await expect(project.run({ changed: true })).rejects.toMatchObject({ name: 'UsageError' });
    await expect(project.run({ since: 'main' })).rejects.toMatchObject({ name: 'UsageError' });
  });
});
