/** Whatever is edited: a build that goes on from the last one finds and leaves what a build from nothing does. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Cache, openCache } from '../../pipeline/build/cache/cache.ts';
import { heldCache } from '../../pipeline/build/cache/held-cache.ts';
import { buildClean, buildHere, dice, editAtRandom, writeProject } from '../support/edits.ts';

const formats = ['html', 'epub', 'json'] as const;

test.for([
  [1, 'on disk', (cache: Cache) => cache],
  [2, 'on disk', (cache: Cache) => cache],
  [3, 'on disk', (cache: Cache) => cache],
  [4, 'held in memory', heldCache],
] as const)(
  'edits at random, seed %i, the cache %s',
  { timeout: 300_000 },
  async ([seed, , held]) => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright edits '));
    const told: string[] = [];
    const cache = held(openCache(root, (line) => told.push(line)));
    const place = { root, roll: dice(seed), earlier: [] };
    await writeProject(root);
    const done: string[] = [];
    for (let count = 0; count < 14; count++) {
      // One edit mostly; sometimes several at once, as a checkout makes them.
      const edits = place.roll(4) === 0 ? place.roll(4) : 1;
      for (let edit = 0; edit < edits; edit++) done.push(await editAtRandom(place));
      const { made, ...went } = await buildHere(root, cache, formats);
      const { made: _, ...clean } = await buildClean(root, `${root} clean`, formats);
      expect(went, done.join('\n')).toEqual(clean);
      if (!done.some((edit) => edit.startsWith('damage'))) expect(told).toEqual([]);
      if (made) expect((await buildHere(root, cache, formats)).made).toEqual([]);
    }
    await rm(root, { recursive: true });
    await rm(`${root} clean`, { recursive: true });
  },
);
