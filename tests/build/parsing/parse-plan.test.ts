/** A text is parsed once, as long as it does not change; what is kept of it is never trusted when damaged. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Cache, openCache } from '../../../pipeline/build/cache/cache.ts';
import { knownNames, knownValues } from '../../../pipeline/build/cache/known-values.ts';
import {
  fileKey,
  keepShelf,
  readShelf,
  shelfNames,
  shelfOf,
} from '../../../pipeline/build/cache/parsed-files.ts';
import { parsePlan } from '../../../pipeline/build/parsing/parse-plan.ts';
import { packFile } from '../../../pipeline/read/packed-file.ts';
import { parsed } from '../../../pipeline/read/parse-file.ts';
import { sourcesOf } from '../../support/sources.ts';

const name = 'plan.parsed';
const before = sourcesOf({ 'plan.md': '# One\n\nEins', 'a.md': '# Two', 'b.md': '' }).texts;
const after = sourcesOf({ 'plan.md': '# One', 'a.md': '# Two' }).texts;

async function place() {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright parsed '));
  const said: string[] = [];
  const cache = openCache(root, (line) => said.push(line));
  const folder = path.join(root, '.briefwright/cache');
  return { cache, said, folder };
}

/** What parsing gives, text by text. Trees are unpacked when they are asked for. */
async function outcome(texts: typeof before, cache: Cache, code = 'one') {
  const known = knownValues(cache, 'plan.read', { code });
  const parse = await parsePlan(texts, { cache, name, code, known });
  const told = texts.map((raw) => {
    const rules: string[] = [];
    const { source, tree } = parse(raw, ({ rule }) => rules.push(rule));
    return { source, tree, rules };
  });
  known.keep();
  return told;
}

function anew(texts: typeof before) {
  return texts.map((raw) => {
    const { file, faults } = parsed(raw);
    return { ...file, rules: faults.map(({ rule }) => rule) };
  });
}

const shelves = (texts: typeof before) => new Set(texts.map((raw) => shelfOf(raw.path)));
const onShelves = (texts: typeof before, cache: Cache, code = 'one') =>
  [...shelves(texts)].flatMap((shelf) => [...readShelf(cache, name, shelf, code).keys()]).sort();

async function contents(folder: string) {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map((one) => readFile(path.join(folder, one), 'utf8')));
}

test('the second time, nothing is parsed, and nothing is written', async () => {
  const { cache, folder } = await place();
  expect(await outcome(before, cache)).toEqual(anew(before));
  expect(onShelves(before, cache)).toEqual(before.map(fileKey).sort());
  // What is kept is what is told: another tree in its place is taken for the text's.
  const [plan, ...others] = before;
  const foreign = packFile(parsed({ path: 'plan/plan.md', bytes: Buffer.from('# Other') }));
  if (plan === undefined) expect.fail();
  const files = new Map([[fileKey(plan), foreign]]);
  keepShelf(cache, name, shelfOf(plan.path), { code: 'one', files });
  const written = await contents(folder);
  const told = await outcome(before, cache);
  expect(told[0]?.tree).toMatchObject({ children: [{ children: [{ value: 'Other' }] }] });
  expect(told.slice(1)).toEqual(anew(others));
  expect(await contents(folder)).toEqual(written);
});

test('what changed is parsed anew, and what stood in its place is forgotten', async () => {
  const { cache } = await place();
  await outcome(before, cache);
  expect(await outcome(after, cache)).toEqual(anew(after));
  expect(onShelves(after, cache)).toEqual(after.map(fileKey).sort());
});

test('what other code has parsed is parsed anew', async () => {
  const { cache, said } = await place();
  await outcome(before, cache);
  expect(onShelves(before, cache, 'two')).toEqual([]);
  expect(await outcome(before, cache, 'two')).toEqual(anew(before));
  expect(onShelves(before, cache, 'two')).toHaveLength(3);
  expect(said).toEqual([]);
});

test('a shelf that is damaged anywhere is told, and filled again', async () => {
  const { cache, said, folder } = await place();
  await outcome(before, cache);
  const shelf = `${name}-${shelfOf('plan/plan.md')}`;
  const file = path.join(folder, `${shelf}.bin`);
  const whole = await readFile(file);
  const damaged = [0, 64, 80, Math.floor(whole.length / 2), whole.length - 1].map((at) => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  });
  for (const bytes of [...damaged, whole.subarray(0, whole.length - 4)]) {
    await writeFile(file, bytes);
    expect(await outcome(before, cache)).toEqual(anew(before));
    expect((await readFile(file)).equals(whole)).toBe(true);
  }
  expect(said).toEqual(
    Array.from({ length: 6 }, () => `The cache entry ${shelf} was damaged, and is made anew.`),
  );
});

test('a damaged record of what is known is told, and made anew', async () => {
  const { cache, said, folder } = await place();
  await outcome(before, cache);
  // Some of them hold nothing.
  const names = (await readdir(folder)).filter((one) => one.startsWith('plan.read'));
  expect(names).toHaveLength(knownNames('plan.read').length);
  for (const one of names) await writeFile(path.join(folder, one), 'damaged');
  expect(await outcome(before, cache)).toEqual(anew(before));
  expect(said).toHaveLength(names.length);
  expect(await outcome(before, cache)).toEqual(anew(before));
  expect(said).toHaveLength(names.length);
});

test('the cache keeps what is named, in either form', async () => {
  const { cache, folder } = await place();
  await outcome(before, cache);
  cache.write('other', {});
  const written = await readdir(folder);
  cache.keepOnly([...shelfNames(name), ...knownNames('plan.read')]);
  expect(await readdir(folder)).toEqual(written.filter((one) => one !== 'other.json'));
});
