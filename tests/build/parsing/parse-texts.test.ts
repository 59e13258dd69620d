/** Texts parsed on several threads are those parsed on one, whatever happens to a thread. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { sectionText, writeCorpus } from '../../../bench/corpus.ts';
import { parseHere, parseTexts } from '../../../pipeline/build/parsing/parse-texts.ts';
import { briefwright, project } from '../../support/command.ts';

const sections = 450;
const texts = Array.from({ length: sections }, (_, index) => ({
  path: `plan/${index}.md`,
  // One in between has a fault, which comes along.
  bytes: Buffer.from(index === 7 ? '' : sectionText(1, index)),
}));

const code = path.resolve('bin/parse-worker.js');

const expected = new Map(texts.map((raw) => [raw, parseHere(raw)]));

/** Told of the threads that start while a work is done. */
async function watched<T>(work: () => Promise<T>, started: (thread: Worker) => void): Promise<T> {
  process.on('worker', started);
  try {
    return await work();
  } finally {
    process.off('worker', started);
  }
}

function expectAll(done: Awaited<ReturnType<typeof parseTexts>>): void {
  expect([...done.keys()]).toEqual(texts);
  for (const [raw, one] of expected) {
    if (!isDeepStrictEqual(done.get(raw), one)) expect(done.get(raw)).toEqual(one);
  }
}

test('on three threads', async () => {
  const ends: Promise<unknown>[] = [];
  let answers = 0;
  const done = await watched(
    () => parseTexts(texts, 3, code),
    (thread) => {
      thread.on('message', () => {
        answers += 1;
      });
      ends.push(new Promise((resolve) => thread.once('error', resolve).once('exit', resolve)));
    },
  );
  expectAll(done);
  // Both helped, and were ended.
  expect(answers).toBeGreaterThan(2);
  expect(await Promise.all(ends)).toEqual([1, 1]);
});

test.each([0, 300])('a thread that is gone after %i ms takes no text along', async (delay) => {
  const done = await watched(
    () => parseTexts(texts, 2, code),
    (thread) => setTimeout(() => thread.terminate(), delay),
  );
  expectAll(done);
});

test.each([
  ['that is not there', 'bin/nothing.js', ''],
  ['that throws', 'throws.mjs', 'throw new Error("no")'],
  ['that ends', 'ends.mjs', 'process.exit(0)'],
  [
    'that runs out of memory',
    'fills.mjs',
    "import { parentPort } from 'node:worker_threads'; const all = []; parentPort.on('message', () => { for (;;) all.push(new Array(1e6).fill({})); });",
  ],
])('a thread with code %s', { timeout: 120_000 }, async (_, name, text) => {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'thread ')), path.basename(name));
  if (text !== '') await writeFile(file, text);
  expectAll(await parseTexts(texts, 2, file));
});

test('the command tells the same, and starts threads where they gain only', async () => {
  const root = await project();
  await writeCorpus(root, sections);
  const tell = path.join(root, 'tell.mjs');
  const hook = `process.on('worker', (one) => {
    process.stderr.write('thread ');
    one.once('error', (error) => process.stderr.write(String(error)));
  });`;
  await writeFile(tell, hook);
  const env = { NODE_OPTIONS: `--import "${tell.replaceAll(' ', '\\ ')}"` };
  const check = (...more: readonly string[]) =>
    briefwright(root, ['check', '--reporter', 'json', ...more], { env });
  const alone = await check('--jobs', '1', '--no-cache');
  expect(JSON.parse(alone.stdout)).toMatchObject({ findings: expect.any(Array) });
  expect(alone.stderr).not.toContain('thread');
  const helped = await check('--jobs', '3');
  expect(helped.stderr).toBe('thread thread ');
  expect({ ...helped, stderr: '' }).toEqual({ ...alone, stderr: '' });
  // What a thread has parsed is kept like everything else.
  const again = await check('--jobs', '3');
  expect(again).toEqual({ ...alone, stderr: again.stderr });
  expect(again.stderr).not.toContain('thread');
  await writeFile(path.join(root, 'sources/plan/1-goal/1.1.md'), sectionText(9, 9));
  expect((await check('--jobs', '3')).stderr).not.toContain('thread');
  const wrong = await check('--jobs', '0');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('--jobs takes a number of threads, not "0".');
});
