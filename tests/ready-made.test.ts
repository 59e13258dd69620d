/** What others build in: the GitHub Action, the hooks for pre-commit, the problem matcher. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { concise } from '../pipeline/cli/reporters/concise.ts';
import { reportOn } from './support/report.ts';
import { planOf, projectWith, section } from './support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.tuple([z.object({ env: z.record(z.string(), z.string()), run: z.string() })]),
    }),
  })
  .parse(parse(await readFile('action.yml', 'utf8')));
const [step] = action.runs.steps;

/** Runs the action's own script as a runner does, with our sources in place of the registry's package. */
async function runAction(inputs: Readonly<Record<string, string>>) {
  const project = await projectWith({
    'sources/cool.md': planOf(section('1.1: Heat alarm', '')),
    npx: `#!/bin/sh\necho "npx $*" >> "$LOG"\nshift 2\nexec "${process.execPath}" --import "${pathToFileURL(path.resolve('node_modules/tsx/dist/loader.mjs')).href}" "${path.resolve('pipeline/cli/main.ts')}" "$@"\n`,
  });
  remove = project.remove;
  const file = (name: string) => path.join(project.folder, name);
  await chmod(file('npx'), 0o755);
  const given = Object.entries(action.inputs).map(([name, input]): [string, string] => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    inputs[name] ?? input.default,
  ]);
  const ran = spawnSync('bash', ['-c', step.run], {
    cwd: project.folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...Object.fromEntries(given),
      PATH: `${project.folder}:${process.env['PATH'] ?? ''}`,
      LOG: file('log.txt'),
      ACTION_PATH: process.cwd(),
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: file('summary.md'),
    },
  });
  return { ...ran, read: (name: string) => readFile(file(name), 'utf8') };
}

test('the action annotates, writes reports and the run’s page, and fails as the command does', async () => {
  const { status, stdout, stderr, read } = await runAction({
    paths: 'sources/cool.md\n',
    reporters: 'sarif=out/report.sarif\njunit=out/report.xml',
    'max-warnings': '3',
  });
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^::error file=sources\/cool\.md,line=24,/u);
  expect(await read('log.txt')).toBe(
    `npx --yes briefwright@${packageJson.version} check --reporter github --reporter sarif=out/report.sarif --reporter junit=out/report.xml --max-warnings 3 -- sources/cool.md\n`,
  );
  expect(await read('out/report.sarif')).toContain('"2.1.0"');
  expect(await read('summary.md')).toContain('## briefwright check');
});

test('what is written into an input is never run', async () => {
  const { read, status } = await runAction({ paths: '$(touch hacked)\n; touch hacked' });
  expect(status).toBe(2);
  await expect(read('hacked')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(step.run).not.toContain(`\${{`);
  const named = Object.keys(action.inputs).filter((name) => name !== 'working-directory');
  expect(Object.values(step.env).toSorted()).toEqual(
    [`\${{ github.action_path }}`, ...named.map((name) => `\${{ inputs.${name} }}`)].toSorted(),
  );
});

test('the hooks run this version', async () => {
  const hooks = z
    .array(
      z.object({
        id: z.string(),
        entry: z.string(),
        language: z.literal('system'),
        files: z.string(),
      }),
    )
    .parse(parse(await readFile('.pre-commit-hooks.yaml', 'utf8')));
  expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
    ['briefwright-check', `npx --yes briefwright@${packageJson.version} check`],
    ['briefwright-fix', `npx --yes briefwright@${packageJson.version} check --fix`],
  ]);
  const [files = ''] = hooks.map((hook) => hook.files);
  const tracked = execFileSync('git', ['ls-files', 'sources'], { encoding: 'utf8' }).split('\n');
  expect(tracked.filter((name) => new RegExp(files, 'u').test(name)).length).toBeGreaterThan(10);
});

test('the problem matcher of the guide reads every line of the concise report', async () => {
  const guide = await readFile('docs/check.md', 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/u.exec(guide) ?? [];
  const { regexp } = z
    .object({
      tasks: z.tuple([
        z.object({ problemMatcher: z.object({ pattern: z.object({ regexp: z.string() }) }) }),
      ]),
    })
    .parse(JSON.parse(json)).tasks[0].problemMatcher.pattern;
  const report = reportOn({
    'plan.md': planOf(section('1.1: a: b', ''), section('1.1: c', 'TBD')),
  });
  const lines = concise(report).trimEnd().split('\n');
  expect(lines.length).toBe(report.findings.length);
  for (const [index, line] of lines.entries()) {
    const found = report.findings[index];
    const [, file, row, column, severity, message, code] = new RegExp(regexp, 'u').exec(line) ?? [];
    expect([file, Number(row), Number(column), severity, message, code]).toEqual([
      found?.place.path,
      found?.place.start.line,
      found?.place.start.column,
      found?.severity,
      found?.message,
      found?.rule,
    ]);
  }
});
