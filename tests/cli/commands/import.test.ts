/** `briefwright import` as a process: what it writes, what it says where, and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'briefwright import '));
});
afterEach(() => rm(root, { recursive: true }));

const main = path.resolve('pipeline/cli/main.ts');
const loader = path.resolve('node_modules/tsx/dist/loader.mjs');

/** Runs the command in the temporary project. */
function briefwright(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', loader, main, ...args],
    { cwd: root, env: { ...process.env, NO_COLOR: '1' }, encoding: 'utf8', timeout: 60_000 },
  );
  return { code: status, stdout, stderr };
}

test('StratML comes in, with a report on stdout and nothing on stderr', async () => {
  const ran = briefwright(
    'import',
    path.resolve('tests/fixtures/stratml/harbour.xml'),
    '--plan',
    'harbour',
  );
  expect(ran.stderr).toBe('');
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain(
    'Wrote\n  sources/harbour/plan.md\n  sources/harbour/1-water/goal.md\n',
  );
  expect(ran.stdout).toMatch(/2:1 +empty +What has nothing in it is not kept: 1 Name\./u);
  const section = await readFile(
    path.join(root, 'sources/harbour/1-water/1.10-raise-the-quay.md'),
    'utf8',
  );
  expect(section).toContain('sequence: "1.10"');
});

test('a file that cannot be read is exit 1, with the place and the reason', async () => {
  const file = path.join(root, 'broken.xml');
  await writeFile(file, '<StrategicPlan>\n<Name></StrategicPlan>');
  const ran = briefwright('import', file, '--plan', 'x');
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('Could not be imported:\n  broken.xml');
  expect(ran.stdout).toMatch(/2:\d+ +lost +This is no well-formed XML/u);
});

test('100 MB are refused by their size, without being read', async () => {
  const file = path.join(root, 'large.xml');
  const handle = await open(file, 'w');
  await handle.truncate(100_000_000);
  await handle.close();
  const ran = briefwright('import', file, '--plan', 'x');
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain('The file has 100 MB; more than 20 MB are not read. Split it.');
});

test('without a plan it is exit 2, and says what to add', () => {
  const ran = briefwright('import', 'page.txt');
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain('help: Add --plan and the name of its folder in sources/');
});
