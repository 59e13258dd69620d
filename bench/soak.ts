/**
 * `npm run bench:soak -- 2000 7`: thousands of random edits from a seed, each built on and from nothing, and compared
 * byte for byte. Ends with the edits that led to a difference, where there is one. With `held` behind the seed, the
 * cache stays in memory, as `watch` has it. Interrupted, it ends after the edit it is at, and tells how many there were.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openCache } from '../pipeline/build/cache/cache.ts';
import { heldCache } from '../pipeline/build/cache/held-cache.ts';
import { buildClean, buildHere, dice, editAtRandom, writeProject } from '../tests/support/edits.ts';

const [edits = '1000', seed = '1', held] = process.argv.slice(2);
const formats = ['html', 'epub', 'json'] as const;
const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright soak '));
const onDisk = openCache(root, (line) => console.error(line));
const cache = held === 'held' ? heldCache(onDisk) : onDisk;
const place = { root, roll: dice(Number(seed)), earlier: [] };
const done: string[] = [];
const steps = { made: 0, left: 0 };

let isOver = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isOver = true;
  });
}

await writeProject(root);
while (done.length < Number(edits) && !isOver) {
  done.push(await editAtRandom(place));
  const { made = [], ...went } = await buildHere(root, cache, formats);
  const { made: _, ...clean } = await buildClean(root, `${root} clean`, formats);
  steps.made += made.length;
  steps.left += 2 * formats.length - made.length;
  if (isDeepStrictEqual(went, clean)) continue;
  console.error(`After edit ${done.length} of seed ${seed} the builds differ. The last edits:`);
  console.error(done.slice(-10).join('\n'));
  console.error(`${root} and "${root} clean" hold them.`);
  process.exit(1);
}
await rm(root, { recursive: true });
await rm(`${root} clean`, { recursive: true });
console.log(
  `${done.length} edits, and no difference: ${steps.made} steps ran, ${steps.left} did not.`,
);
