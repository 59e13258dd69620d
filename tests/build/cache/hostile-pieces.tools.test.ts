/** Whatever lies where a build keeps its pieces, the book has the bytes of a build from nothing. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder, openCache } from '../../../pipeline/build/cache/cache.ts';
import { keptPieces } from '../../../pipeline/build/cache/kept-pieces.ts';
import { sha256Of } from '../../../pipeline/model/hash.ts';
import type { ResolvedPlan } from '../../../pipeline/model/resolved.ts';
import { samplePlan } from '../../render/pdf/sample.ts';
import { browserForTests } from '../../support/browser.ts';
import { long, type Made, make } from '../../support/made-print.ts';

const { printer } = browserForTests();
const plan = long(samplePlan());
const otherPlan = long(samplePlan({ title: 'Warm City 2035' }));

let root: string;
let first: Made;
/** The files of the two plans, as their builds left them. */
let ours: Buffer;
let others: Buffer;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'hostile-pieces-'));
  first = await build(plan);
  ours = await readFile(kept());
  await build(otherPlan);
  others = await readFile(kept());
}, 600_000);
afterAll(() => rm(root, { recursive: true }));

const kept = () => path.join(cacheFolder(root), 'plan.pieces.bin');

async function build(which: ResolvedPlan): Promise<Made> {
  const cache = openCache(root, () => {});
  const pieces = keptPieces(cache, 'plan', 'inputs');
  const made = await make(which, printer, { pieces });
  pieces.keep();
  return made;
}

/** A file whose checksum is right, whatever stands in it. */
function sealed(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${sha256Of(content)}\n`), content]);
}

const content = (file: Buffer) => file.subarray(65);

/** Each piece under the key of the next: all are sound, and none is what its key stands for. */
function turned(file: Buffer): Buffer {
  const text = content(file).toString('latin1');
  const header = text.slice(0, text.indexOf('\n'));
  const { inputs, pieces }: { inputs: string; pieces: [string, ...unknown[]][] } =
    JSON.parse(header);
  const keys = pieces.map(([key]) => key);
  const moved = pieces.map(([, ...rest], at) => [keys[(at + 1) % keys.length], ...rest]);
  const said = `${JSON.stringify({ inputs, pieces: moved })}${text.slice(header.length)}`;
  return sealed(Buffer.from(said, 'latin1'));
}

/** A byte in each ten thousand is another. */
function altered(file: Buffer): Buffer {
  const bytes = Buffer.from(content(file));
  for (let at = bytes.indexOf('\n') + 5000; at < bytes.length; at += 10_000) {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
  }
  return sealed(bytes);
}

test.each([
  ['pieces under the keys of others', () => turned(ours)],
  ['pieces that were altered', () => altered(ours)],
  ['a file that was cut, and sealed again', () => sealed(content(ours).subarray(0, -100_000))],
  ['a file that was cut', () => ours.subarray(0, -100_000)],
  ['the pieces of another plan', () => others],
  ['a picture of nothing', () => sealed(Buffer.alloc(1000))],
])(
  'beside %s',
  async (_, file) => {
    await writeFile(kept(), file());
    const { bytes, prints } = await build(plan);
    expect(Buffer.compare(bytes, first.bytes)).toBe(0);
    expect(prints).toBeGreaterThan(0);
  },
  120_000,
);

test('beside what it kept it prints nothing', async () => {
  await writeFile(kept(), ours);
  const { bytes, prints } = await build(plan);
  expect([Buffer.compare(bytes, first.bytes), prints]).toEqual([0, 0]);
}, 120_000);
