/** Imports as they reach the disk: where files go, what is refused, what is left alone. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFiles } from '../../pipeline/build/import.ts';
import { UsageError } from '../../pipeline/model/errors.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'briefwright import '));
});
afterEach(() => rm(root, { recursive: true }));

const seed = path.resolve('tests/fixtures/outline/NATO2020-3.13.txt');
const seedUrl =
  'stratml.hyperbase.com/NATO2020/goal3-obj13-_8dfff094-8b91-11e2-af17-a93768e382cb.html';

function bringIn(
  files: readonly string[],
  more: { force?: boolean; url?: string; slug?: string } = {},
) {
  return importFiles({ root, files, slug: 'nato2020', force: false, url: undefined, ...more });
}

async function page(name: string, text: string): Promise<string> {
  const file = path.join(root, name);
  await writeFile(file, text);
  return file;
}

const source = (name: string) => readFile(path.join(root, 'sources/nato2020', name), 'utf8');

test('the seed makes a plan, a goal and a section', async () => {
  const outcome = await bringIn([seed], { url: seedUrl });
  expect(outcome.written).toEqual([
    'sources/nato2020/plan.md',
    'sources/nato2020/3-partnerships/goal.md',
    'sources/nato2020/3-partnerships/3.13-russia.md',
  ]);
  expect(await source('plan.md')).toBe('---\ntitle: NATO2020\n---\n\n# NATO2020\n');
  expect(outcome.notes.map(({ kind }) => kind)).toEqual(['empty', 'guessed']);
});

test('the plan that is there keeps what it says; the raw import differs from it by the waiver alone', async () => {
  await cp('sources/nato2020', path.join(root, 'sources/nato2020'), { recursive: true });
  const outcome = await bringIn([seed], { url: seedUrl, force: true });
  expect(outcome.written).toEqual(['sources/nato2020/3-partnerships/3.13-russia.md']);
  const waived = await readFile('sources/nato2020/3-partnerships/3.13-russia.md', 'utf8');
  const raw = await source('3-partnerships/3.13-russia.md');
  expect(`${raw}\nnone: The source text of this section names no indicators.\n`).toBe(waived);
});

test('what an author changed is not overwritten without force, and nothing else is written either', async () => {
  await bringIn([seed]);
  await writeFile(path.join(root, 'sources/nato2020/3-partnerships/3.13-russia.md'), 'Mine.');
  const other = await page(
    'eapc.txt',
    'Documents/NATO2020/3: Partnerships/3.1: EAPC\n\n3.1: EAPC\n\nUse it.\n\nIndicator(s):',
  );
  await expect(bringIn([other, seed])).rejects.toThrow(UsageError);
  await expect(bringIn([seed])).rejects.toThrow(
    'sources/nato2020/3-partnerships/3.13-russia.md already exists, with another text. Nothing was written.',
  );
  expect(await source('3-partnerships/3.13-russia.md')).toBe('Mine.');
  expect(await readdir(path.join(root, 'sources/nato2020/3-partnerships'))).toEqual([
    '3.13-russia.md',
    'goal.md',
  ]);
});

test('importing twice changes nothing', async () => {
  await bringIn([seed]);
  const again = await bringIn([seed]);
  expect(again.written).toEqual([]);
  expect(again.unchanged).toEqual(['sources/nato2020/3-partnerships/3.13-russia.md']);
});

test('an identifier that is there stays when the import knows none', async () => {
  await bringIn([seed], { url: seedUrl });
  const again = await bringIn([seed]);
  expect(again.unchanged).toContain('sources/nato2020/3-partnerships/3.13-russia.md');
});

test('a section is found again by its number when its file or title changed', async () => {
  await bringIn([seed]);
  const renamed = await page(
    'renamed.txt',
    (await readFile(seed, 'utf8')).replaceAll('3.13: Russia', '3.13: Russian Federation'),
  );
  const outcome = await bringIn([renamed], { force: true });
  expect(outcome.written).toEqual(['sources/nato2020/3-partnerships/3.13-russia.md']);
});

test("a goal's own page replaces the goal that was only mentioned, without force", async () => {
  await bringIn([seed]);
  const goal = await page(
    'goal.txt',
    'Documents/NATO2020/3: Partnerships\n\n3: Partnerships\n\nWork together.\n\nObjective(s):\n\n  • 3.13: Russia\n',
  );
  const outcome = await bringIn([goal]);
  expect(outcome.written).toEqual(['sources/nato2020/3-partnerships/goal.md']);
  expect(await source('3-partnerships/goal.md')).toBe(
    '---\nsequence: "3"\n---\n\n# Partnerships\n\nWork together.\n',
  );
});

test('a page that knows its goal by number only goes into the goal of that number', async () => {
  await bringIn([seed]);
  const wrapped = await page(
    'b.txt',
    '3.2: PfP\nUse it. Other Information:\nText.\nIndicator(s):\n|',
  );
  expect((await bringIn([wrapped])).written).toEqual([
    'sources/nato2020/3-partnerships/3.2-pfp.md',
  ]);
  const unknown = await page(
    'c.txt',
    '7.2: New\nUse it. Other Information:\nText.\nIndicator(s):\n|',
  );
  expect((await bringIn([unknown])).written).toEqual([
    'sources/nato2020/7/goal.md',
    'sources/nato2020/7/7.2-new.md',
  ]);
  expect(await source('7/goal.md')).toBe('---\nsequence: "7"\n---\n\n# Goal 7\n');
});

test('two pages of one name, and a page twice', async () => {
  const one = await page('1.txt', 'Documents/X/A/B\n\nB\n\nOne.\n\nIndicator(s):');
  const two = await page('2.txt', 'Documents/X/C/B\n\nB\n\nTwo.\n\nIndicator(s):');
  const outcome = await bringIn([one, two, one]);
  expect(outcome.written).toEqual([
    'sources/nato2020/plan.md',
    'sources/nato2020/a/goal.md',
    'sources/nato2020/a/b.md',
    'sources/nato2020/c/goal.md',
    'sources/nato2020/c/b.md',
  ]);
});

test('a file that is nothing known is refused, the others are brought in', async () => {
  const poem = await page('poem.txt', 'Roses are red');
  const bytes = path.join(root, 'bytes.bin');
  await writeFile(bytes, new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
  const outcome = await bringIn([poem, bytes, seed]);
  expect(outcome.refused).toEqual(['poem.txt', 'bytes.bin']);
  expect(outcome.written).toHaveLength(3);
});

test.each([
  ['a plan outside sources', { slug: '../x' }, /cannot be a plan's folder/u],
  ['a hidden plan', { slug: '.x' }, /cannot be a plan's folder/u],
  ['no plan', { slug: '' }, /cannot be a plan's folder/u],
])('%s is refused', async (_, request, message) => {
  await expect(bringIn([seed], request)).rejects.toThrow(message);
});

test('a missing file and a folder are refused by name', async () => {
  await expect(bringIn([path.join(root, 'gone.txt')])).rejects.toThrow(
    /There is no file ".*gone.txt"/u,
  );
  await expect(bringIn([root])).rejects.toThrow(/There is no file/u);
});

test('a plan of one file is not torn apart', async () => {
  await bringIn([seed]);
  await rm(path.join(root, 'sources/nato2020'), { recursive: true });
  await cp('sources/nato2020', path.join(root, 'sources/nato2020'), { recursive: true });
  await rm(path.join(root, 'sources/nato2020/3-partnerships'), { recursive: true });
  await writeFile(
    path.join(root, 'sources/nato2020/plan.md'),
    '# Plan\n\n## 3: Goal\n\n### Section\n',
  );
  await expect(bringIn([seed])).rejects.toThrow(/holds the whole plan/u);
});
