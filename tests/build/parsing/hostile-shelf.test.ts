/** A cache whose checksums are right and whose contents are somebody's: it is said, and everything is parsed anew. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { cacheFolder, openCache } from '../../../pipeline/build/cache/cache.ts';
import { knownValues } from '../../../pipeline/build/cache/known-values.ts';
import { fileKey, shelfOf } from '../../../pipeline/build/cache/parsed-files.ts';
import { parsePlan } from '../../../pipeline/build/parsing/parse-plan.ts';
import { sha256Of } from '../../../pipeline/model/hash.ts';
import { parsed } from '../../../pipeline/read/parse-file.ts';
import { sourcesOf } from '../../support/sources.ts';

const [raw] = sourcesOf({ 'a.md': '# One\n\n- Eins' }).texts;
if (raw === undefined) throw new Error('There is a text.');
const key = fileKey(raw);
const name = 'plan.parsed';

/** A shelf with one file: its JSON, and so many numbers. */
function shelf(json: string, numbers: number, header: object = {}): Uint8Array {
  const files = [[key, Buffer.byteLength(json), numbers]];
  const head = JSON.stringify({ code: 'one', files, ...header });
  return Buffer.concat([Buffer.from(`${head}\n${json}`), Buffer.alloc(4 * numbers)]);
}
const content = (tree: unknown, faults: unknown = [], read: unknown = true) =>
  JSON.stringify([tree, faults, read]);
const root = (...children: readonly unknown[]) => ({ type: 'root', children });
const text = { type: 'text', value: 'a' };
/** As JSON, which is written without recursion. */
const deep = (levels: number) => {
  const quotes = '{"type":"blockquote","children":['.repeat(levels);
  return `[{"type":"root","children":[${quotes}${']}'.repeat(levels)}]},[],true]`;
};

const hostile: readonly (readonly [string, Uint8Array])[] = [
  ['nothing at all', new Uint8Array()],
  ['a header that is no JSON', Buffer.from('{"code"\n')],
  ['a header of another form', Buffer.from('["one"]\n')],
  ['files without end', Buffer.from(`{"code":"one","files":[["${key}",1e9,1e9]]}\n`)],
  ['a length below nothing', shelf('', 0, { files: [[key, -5, 0]] })],
  ['half a number', shelf('{}', 0, { files: [[key, 2, 0.5]] })],
  ['more bytes than are told', Buffer.concat([shelf(content(root()), 6), Buffer.alloc(3)])],
  ['a tree that is no JSON', shelf('[{"type":"root"', 6)],
  ['a tree that is null', shelf('null', 6)],
  ['no tree', shelf(content(null), 6)],
  ['a tree without a root', shelf(content(text), 6)],
  ['a root without children', shelf(content({ type: 'root' }), 6)],
  ['children that are none', shelf(content({ type: 'root', children: { length: 3 } }), 6)],
  ['a child that is null', shelf(content(root(null)), 12)],
  ['a type that no Markdown has', shelf(content(root({ type: 'script', children: [] })), 12)],
  ['a type that every object has', shelf(content(root({ type: 'constructor' })), 12)],
  ['a text without a value', shelf(content(root({ type: 'text' })), 12)],
  ['a text with children', shelf(content(root({ ...text, children: [text] })), 18)],
  ['a heading of no depth', shelf(content(root({ type: 'heading', children: [] })), 12)],
  ['a link to an object', shelf(content(root({ type: 'link', url: {}, children: [] })), 12)],
  [
    'a link with a title that is a list',
    shelf(content(root({ type: 'link', url: 'a', title: ['b'], children: [] })), 12),
  ],
  ['elements from elsewhere', shelf(content(root({ ...text, data: { hName: 'b' } })), 12)],
  ['an alignment that is a text', shelf(content(root({ type: 'table', align: 'left' })), 12)],
  ['too few places', shelf(content(root(text)), 6)],
  ['too many places', shelf(content(root(text)), 18)],
  ['a tree too deep to walk', shelf(deep(900), 6 * 901)],
  ['faults that are no list', shelf(content(root(text), { length: 1 }), 12)],
  ['a fault without a place', shelf(content(root(text), [{ rule: 'a', subject: 'b' }]), 12)],
];

test.for(hostile)('%s', async ([, bytes]) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright hostile '));
  const said: string[] = [];
  const cache = openCache(folder, (line) => said.push(line));
  const outcome = async () => {
    const known = knownValues(cache, 'plan.read', { code: 'one' });
    const parse = await parsePlan([raw], { cache, name, code: 'one', known });
    const { tree, source } = parse(raw, () => {});
    known.keep();
    return { tree, source };
  };
  const { tree, source } = parsed(raw).file;
  expect(await outcome()).toEqual({ tree, source });
  expect(said).toEqual([]);
  cache.writePacked(`${name}-${shelfOf(raw.path)}`, bytes, (same) => same);
  expect(await outcome()).toEqual({ tree, source });
  expect(said).toContainEqual(expect.stringContaining('was damaged, and is made anew.'));
  await rm(folder, { recursive: true });
});

test('a record that is no JSON', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright hostile '));
  const said: string[] = [];
  const cache = openCache(folder, (line) => said.push(line));
  cache.write('one', { a: 1 });
  expect(cache.read('one', z.object({ a: z.number() }))).toEqual({ a: 1 });
  const text = '{"a":';
  await writeFile(path.join(cacheFolder(folder), 'one.json'), `${sha256Of(text)}\n${text}`);
  expect(cache.read('one', z.object({ a: z.number() }))).toBeUndefined();
  expect(said).toHaveLength(1);
  await rm(folder, { recursive: true });
});
