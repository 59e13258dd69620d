/** What paths on the command line mean: plans, files in plans, globs, and nothing at all. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { selectPlans } from '../../pipeline/build/select-plans.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'select-'));
  await mkdir(path.join(root, 'sources/one/1-goal'), { recursive: true });
  for (const file of ['one/plan.md', 'one/1-goal/goal.md', 'one/1-goal/1.1.md', 'two.md']) {
    await writeFile(path.join(root, 'sources', file), '# Title\n');
  }
});

afterEach(() => rm(root, { recursive: true }));

/** Each plan with the files that are asked about. */
async function selected(...paths: string[]) {
  const plans = await selectPlans(root, paths);
  return plans.map(({ sources, only }) => [sources.slug, only && [...only].sort()]);
}

test('a folder of plans, a plan’s folder, a plan’s file', async () => {
  const all = [
    ['one', undefined],
    ['two', undefined],
  ];
  expect(await selected('sources')).toEqual(all);
  expect(await selected('sources/one', 'sources/two.md')).toEqual(all);
  expect(await selected('sources/one/plan.md')).toEqual([['one', undefined]]);
});

test('a plan’s name stands for the plan in sources', async () => {
  expect(await selected('two', 'one')).toEqual([
    ['two', undefined],
    ['one', undefined],
  ]);
  await expect(selected('ones')).rejects.toMatchObject({
    help: 'Did you mean one? Name a plan in sources/, its folder or its file.',
  });
});

test('a file or a folder in a plan asks about itself only', async () => {
  expect(await selected('sources/one/1-goal/1.1.md')).toEqual([
    ['one', ['sources/one/1-goal/1.1.md']],
  ]);
  expect(await selected('sources/one/1-goal')).toEqual([
    ['one', ['sources/one/1-goal', 'sources/one/1-goal/1.1.md', 'sources/one/1-goal/goal.md']],
  ]);
});

test('a plan is checked once, however often it is named', async () => {
  expect(
    await selected('sources/one/1-goal/1.1.md', 'sources/one/1-goal/goal.md', 'sources/two.md'),
  ).toEqual([
    ['one', ['sources/one/1-goal/1.1.md', 'sources/one/1-goal/goal.md']],
    ['two', undefined],
  ]);
  expect(await selected('sources/one/1-goal/1.1.md', 'sources')).toEqual([
    ['one', undefined],
    ['two', undefined],
  ]);
});

test('globs', async () => {
  expect(await selected('sources/*')).toEqual([
    ['one', undefined],
    ['two', undefined],
  ]);
  expect(await selected('sources/**/1.*.md')).toEqual([['one', ['sources/one/1-goal/1.1.md']]]);
});

test('a path that does not exist, a glob that matches nothing', async () => {
  await expect(selectPlans(root, ['sources/three'])).rejects.toMatchObject({
    name: 'UsageError',
    message: 'There is no "sources/three".',
  });
  await expect(selectPlans(root, ['sources/*.txt'])).rejects.toMatchObject({
    name: 'UsageError',
    message: 'No plan matches "sources/*.txt".',
  });
});
