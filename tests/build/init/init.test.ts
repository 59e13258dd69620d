/** `briefwright init`: what it writes, and what it leaves alone. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPlans } from '../../../pipeline/build/check-plans.ts';
import { loadProject } from '../../../pipeline/build/config/load-project.ts';
import { init } from '../../../pipeline/build/init/init.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'init-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function start(where = folder) {
  const today = new Date('2026-03-02T22:00:00Z');
  return init({ folder: where, packageRoot: process.cwd(), version: '9.8.7', today });
}

const files = [
  '.github/workflows/plans.yml',
  '.gitignore',
  'README.md',
  'briefwright.config.yaml',
  'sources/first-plan/1-letters/1.1-answers.md',
  'sources/first-plan/1-letters/goal.md',
  'sources/first-plan/plan.md',
];

test('the files of a project', async () => {
  const report = await start();
  expect([...report.written].sort()).toEqual(files);
  expect(report.kept).toEqual([]);
  expect(await readFile(path.join(folder, 'sources/first-plan/plan.md'), 'utf8')).toContain(
    '\ndate: 2026-03-02\n',
  );
  expect(await readFile(path.join(folder, files[0] ?? ''), 'utf8')).toContain(
    'npx --yes briefwright@9.8.7 check\n',
  );
});

test('a folder that does not exist yet is made', async () => {
  await start(path.join(folder, 'our plans', 'new'));
  expect(await readdir(path.join(folder, 'our plans', 'new'))).toContain('sources');
});

test('what is there stays as it is, and is told', async () => {
  await writeFile(path.join(folder, 'README.md'), 'mine');
  await writeFile(path.join(folder, '.gitignore'), 'mine too');
  const report = await start();
  expect([...report.kept].sort()).toEqual(['.gitignore', 'README.md']);
  expect(await readFile(path.join(folder, 'README.md'), 'utf8')).toBe('mine');
});

test('a folder with plans is left alone', async () => {
  await mkdir(path.join(folder, 'sources'));
  await expect(start()).rejects.toMatchObject({ name: 'UsageError' });
  expect(await readdir(folder)).toEqual(['sources']);
});

test('a file is no place for a project', async () => {
  const file = path.join(folder, 'plans');
  await writeFile(file, 'x');
  await expect(start(file)).rejects.toMatchObject({
    name: 'UsageError',
    message: `"${file}" is a file, not a folder.`,
  });
});

test('the plan passes its check, without so much as a note', async () => {
  await start();
  const plans = await checkPlans(await loadProject(folder), []);
  expect(plans.map(({ draft, findings }) => ({ slug: draft.slug, findings }))).toEqual([
    { slug: 'first-plan', findings: [] },
  ]);
});
