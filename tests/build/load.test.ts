/** Plans from a real disk: which there are, in which order their files come, and what cannot be opened. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPlans } from '../../pipeline/build/load.ts';
import { UsageError } from '../../pipeline/model/errors.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'briefwright load '));
});
afterEach(() => rm(root, { recursive: true }));

async function write(...files: readonly string[]): Promise<void> {
  for (const name of files) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), `# ${name}\n`);
  }
}

test('the files of a plan: its own first, numbers in names as numbers, hidden ones not at all', async () => {
  await write(
    'sources/a/2-b/2.1.md',
    'sources/a/10-c/goal.md',
    'sources/a/2-b/goal.md',
    'sources/a/2-b/2.10.md',
    'sources/a/2-b/2.9.md',
    'sources/a/plan.md',
    'sources/a/.draft.md',
    'sources/a/.git/x.md',
    'sources/a/data/days.csv',
  );
  const [plan, ...others] = await loadPlans(root, 'sources');
  expect(others).toEqual([]);
  expect(plan).toMatchObject({ slug: 'a', folder: 'sources/a', faults: [] });
  expect(plan?.texts.map((text) => text.path)).toEqual([
    'sources/a/plan.md',
    'sources/a/2-b/goal.md',
    'sources/a/2-b/2.1.md',
    'sources/a/2-b/2.9.md',
    'sources/a/2-b/2.10.md',
    'sources/a/10-c/goal.md',
  ]);
  expect([...(plan?.others ?? [])]).toEqual([['sources/a/data/days.csv', 26]]);
});

test('a folder of plans holds folders and files', async () => {
  await write('sources/b.md', 'sources/b.png', 'sources/a/plan.md', 'sources/notes.txt');
  const plans = await loadPlans(root, 'sources');
  expect(plans.map(({ slug, folder, texts }) => [slug, folder, texts.length])).toEqual([
    ['a', 'sources/a', 1],
    ['b', 'sources', 1],
  ]);
});

test('a plan that is one file knows the files beside it, and is not blamed for them', async () => {
  await write('sources/b.md', 'sources/broken.svg', 'sources/days.csv', 'sources/a/plan.md');
  await symlink('/etc/passwd', path.join(root, 'sources/secret.png'));
  const [plan] = await loadPlans(root, 'sources/b.md');
  expect([...(plan?.others.keys() ?? [])]).toEqual(['sources/broken.svg', 'sources/days.csv']);
  expect(plan?.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
    // Told only where the text shows that picture.
    ['broken-image', 'sources/broken.svg'],
  ]);
});

test('what is not there is a usage error that says what to do', async () => {
  await mkdir(path.join(root, 'sources'));
  for (const where of ['nowhere', 'sources']) {
    await expect(loadPlans(root, where)).rejects.toThrow(UsageError);
  }
});

test('links within the plan are followed, those out of it are not, and none for ever', async () => {
  await write('sources/a/plan.md', 'sources/a/1-b/goal.md', 'elsewhere.md');
  await symlink('goal.md', path.join(root, 'sources/a/1-b/1.0.md'));
  await symlink('gone.md', path.join(root, 'sources/a/1-b/1.1.md'));
  await symlink('../../../elsewhere.md', path.join(root, 'sources/a/1-b/1.2.md'));
  await symlink('..', path.join(root, 'sources/a/1-b/1.3'));
  await symlink('1.4.md', path.join(root, 'sources/a/1-b/1.4.md'));
  const [plan] = await loadPlans(root, 'sources');
  expect(plan?.texts.map((text) => text.path)).toContain('sources/a/1-b/1.0.md');
  expect(plan?.faults.map(({ rule, subject, detail }) => [rule, subject, detail])).toEqual([
    ['unreadable-file', 'sources/a/1-b/1.1.md', 'it is not there'],
    ['symlink-outside', 'sources/a/1-b/1.2.md', undefined],
    ['unreadable-file', 'sources/a/1-b/1.3', 'a link to a folder it is in'],
    ['unreadable-file', 'sources/a/1-b/1.4.md', 'its links go round in a circle'],
  ]);
});

test('of a file that is too large only so much is read as tells that it is', async () => {
  await write('sources/a/plan.md');
  await writeFile(path.join(root, 'sources/a/plan.md'), 'word '.repeat(500_000));
  const [plan] = await loadPlans(root, 'sources');
  expect(plan?.texts[0]?.bytes.byteLength).toBe(1_000_001);
});
