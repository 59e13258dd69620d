import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cacheFolder, openCache } from '../../../pipeline/build/cache/cache.ts';
import { keptPieces } from '../../../pipeline/build/cache/kept-pieces.ts';
import { sha256Of } from '../../../pipeline/model/hash.ts';

let root: string;
let said: string[];
const open = (inputs = 'this browser') =>
  keptPieces(
    openCache(root, (line) => said.push(line)),
    'plan',
    inputs,
  );
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'kept-pieces-'));
  said = [];
  const pieces = open();
  pieces.write('one', Buffer.from('the first'));
  pieces.write('two', Buffer.from('the second'));
  pieces.keep();
});

test('what a build printed is there for the next', () => {
  const pieces = open();
  expect(text(pieces.read('two'))).toBe('the second');
  expect(text(pieces.read('one'))).toBe('the first');
  expect(pieces.read('three')).toBeUndefined();
});

test('what no build asks for any more is forgotten', () => {
  const pieces = open();
  pieces.read('one');
  pieces.keep();
  expect(text(open().read('one'))).toBe('the first');
  expect(open().read('two')).toBeUndefined();
});

test('another browser knows nothing of it', () => {
  expect(open('another browser').read('one')).toBeUndefined();
});

test('a build that prints nothing forgets nothing', () => {
  open().keep();
  expect(text(open().read('one'))).toBe('the first');
});

test.each(['a byte that is another', 'an end that is missing'])(
  '%s: it is said, and nothing is taken',
  (how) => {
    const folder = cacheFolder(root);
    const name = readdirSync(folder).find((file) => file.endsWith('.bin')) ?? '';
    const bytes = readFileSync(path.join(folder, name));
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    const damaged = how.startsWith('a byte') ? bytes : bytes.subarray(0, last);
    writeFileSync(path.join(folder, name), damaged);
    expect(open().read('one')).toBeUndefined();
    expect(said).toEqual(['The cache entry plan.pieces was damaged, and is made anew.']);
  },
);

/** What a file holds, and what it holds then; the cache's own checksum is right again. */
type Change = (header: string, pieces: Buffer) => readonly [header: string, pieces: Buffer];

function rewrite(change: Change): void {
  const file = path.join(cacheFolder(root), 'plan.pieces.bin');
  const content = readFileSync(file).subarray(65);
  const end = content.indexOf('\n');
  const [header, pieces] = change(content.toString('utf8', 0, end), content.subarray(end + 1));
  const changed = Buffer.concat([Buffer.from(`${header}\n`), pieces]);
  writeFileSync(file, Buffer.concat([Buffer.from(`${sha256Of(changed)}\n`), changed]));
}

test.each<readonly [string, Change, string | undefined, string | undefined]>([
  ['is left as it is', (header, pieces) => [header, pieces], 'the first', 'the second'],
  [
    'exchanges keys',
    (header, pieces) => [header.replace(/"one"(.*)"two"/u, '"two"$1"one"'), pieces],
    undefined,
    undefined,
  ],
  [
    'exchanges pieces',
    (header, pieces) => [
      header.replace(/,9,(.*),10,/u, ',10,$1,9,'),
      Buffer.concat([pieces.subarray(9), pieces.subarray(0, 9)]),
    ],
    undefined,
    undefined,
  ],
  [
    'alters one piece',
    (header) => [header, Buffer.from('the furstthe second')],
    undefined,
    'the second',
  ],
  [
    'cuts the last piece',
    (header, pieces) => [header, pieces.subarray(0, -1)],
    'the first',
    undefined,
  ],
  ['has no pieces', (header) => [header, Buffer.alloc(0)], undefined, undefined],
])('of a file that %s nothing is taken but what was kept by its key', (_, change, one, two) => {
  rewrite(change);
  const pieces = open();
  expect([text(pieces.read('one')), text(pieces.read('two'))]).toEqual([one, two]);
  expect(said).toEqual([]);
});

test.each(['{"inputs":"this browser"}', '%PDF-1.7'])(
  'of a file that begins with %s nothing is taken, and it is said',
  (header) => {
    rewrite((_, pieces) => [header, pieces]);
    const pieces = open();
    expect([pieces.read('one'), pieces.read('two')]).toEqual([undefined, undefined]);
    expect(said).toEqual(['The cache entry plan.pieces was damaged, and is made anew.']);
  },
);
