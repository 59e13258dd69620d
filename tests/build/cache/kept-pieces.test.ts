import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cacheFolder, openCache } from '../../../pipeline/build/cache/cache.ts';
import { keptPieces } from '../../../pipeline/build/cache/kept-pieces.ts';

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
