/** A cache in memory tells what was kept, and writes it when it is asked to. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { cacheFolder, openCache } from '../../../pipeline/build/cache/cache.ts';
import { heldCache } from '../../../pipeline/build/cache/held-cache.ts';

const text = z.string();
const unpack = (bytes: Buffer) => bytes.toString();
const pack = (value: string) => Buffer.from(value);

async function place() {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright held '));
  const open = () => openCache(root, () => {});
  return { root, open };
}

test('what was kept is told at once, and to the next process after a flush', async () => {
  const { open } = await place();
  const held = heldCache(open());
  held.write('one', 'Eins');
  held.writePacked('two', 'Zwei', pack);
  expect(held.read('one', text)).toBe('Eins');
  expect(held.readPacked('two', unpack)).toBe('Zwei');
  expect(open().read('one', text)).toBeUndefined();
  held.flush();
  expect(open().read('one', text)).toBe('Eins');
  expect(open().readPacked('two', unpack)).toBe('Zwei');
});

test('what is on the disk is read once, and goes on when the disk forgets it', async () => {
  const { root, open } = await place();
  open().write('one', 'Eins');
  const held = heldCache(open());
  expect(held.read('one', text)).toBe('Eins');
  await rm(cacheFolder(root), { recursive: true });
  expect(held.read('one', text)).toBe('Eins');
});

test('what is not wanted is forgotten', async () => {
  const { open } = await place();
  const held = heldCache(open());
  held.write('one', 'Eins');
  held.write('two', 'Zwei');
  held.flush();
  held.keepOnly(['two']);
  expect(held.read('one', text)).toBeUndefined();
  expect(held.read('two', text)).toBe('Zwei');
});
