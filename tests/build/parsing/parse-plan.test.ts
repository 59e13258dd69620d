/** A text is parsed once, as long as it does not change; what is kept of it is never trusted when damaged. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '../../../pipeline/build/cache/cache.ts';
import { fileKey, keepParsed, readParsed } from '../../../pipeline/build/cache/parsed-files.ts';
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
  return { cache, said, file: path.join(folder, `${name}.bin`), folder };
}

/** What parsing gives, text by text. */
async function outcome(texts: typeof before, parsing: Parameters<typeof parsePlan>[1]) {
  const parse = await parsePlan(texts, parsing);
  return texts.map((raw) => {
    const rules: string[] = [];
    const { source, tree } = parse(raw, ({ rule }) => rules.push(rule));
    return { source, tree, rules };
  });
}

function anew(texts: typeof before) {
  return texts.map((raw) => {
    const { file, faults } = parsed(raw);
    return { ...file, rules: faults.map(({ rule }) => rule) };
  });
}

test('the second time, nothing is parsed, and nothing is written', async () => {
  const { cache, file } = await place();
  const parsing = { cache, name, code: 'one' };
  expect(await outcome(before, parsing)).toEqual(anew(before));
  const kept = readParsed(cache, name, 'one');
  expect([...kept.keys()]).toEqual(before.map(fileKey));
  // What is kept is what is told: another tree in its place is taken for the text's.
  const [plan, ...others] = before;
  const foreign = packFile(parsed({ path: 'plan/plan.md', bytes: Buffer.from('# Other') }));
  if (plan === undefined) expect.fail();
  keepParsed(cache, name, 'one', new Map([...kept, [fileKey(plan), foreign]]));
  const written = await readFile(file);
  const told = await outcome(before, parsing);
  expect(told[0]?.tree).toMatchObject({ children: [{ children: [{ value: 'Other' }] }] });
  expect(told.slice(1)).toEqual(anew(others));
  expect((await readFile(file)).equals(written)).toBe(true);
});

test('what changed is parsed anew, what is gone is forgotten', async () => {
  const { cache } = await place();
  await outcome(before, { cache, name, code: 'one' });
  expect(await outcome(after, { cache, name, code: 'one' })).toEqual(anew(after));
  expect([...readParsed(cache, name, 'one').keys()]).toEqual(after.map(fileKey));
});

test('what other code has parsed is parsed anew', async () => {
  const { cache, said } = await place();
  await outcome(before, { cache, name, code: 'one' });
  expect(readParsed(cache, name, 'two').size).toBe(0);
  expect(await outcome(before, { cache, name, code: 'two' })).toEqual(anew(before));
  expect(readParsed(cache, name, 'two').size).toBe(3);
  expect(said).toEqual([]);
});

test('damage anywhere is told, and does no harm', async () => {
  const { cache, said, file } = await place();
  await outcome(before, { cache, name, code: 'one' });
  const whole = await readFile(file);
  for (const at of [0, 64, 80, Math.floor(whole.length / 2), whole.length - 1]) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await writeFile(file, damaged);
    expect(await outcome(before, { cache, name, code: 'one' })).toEqual(anew(before));
  }
  await writeFile(file, whole.subarray(0, whole.length - 4));
  expect(await outcome(before, { cache, name, code: 'one' })).toEqual(anew(before));
  expect(said).toEqual(
    Array.from({ length: 6 }, () => `The cache entry ${name} was damaged, and is made anew.`),
  );
});

test('the cache keeps what is named, in either form', async () => {
  const { cache, folder } = await place();
  await outcome(before, { cache, name, code: 'one' });
  cache.write('plan', {});
  cache.write('other', {});
  cache.keepOnly(['plan', name]);
  expect((await readdir(folder)).sort()).toEqual(['.gitignore', 'plan.json', `${name}.bin`]);
});
