/** What holds of the pieces of any plan: they are the book that is printed at once, and after any edit that of a build from nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCache } from '../../../pipeline/build/cache/cache.ts';
import { keptPieces } from '../../../pipeline/build/cache/kept-pieces.ts';
import type { PageMap } from '../../../pipeline/model/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { long, make, short } from '../../support/made-print.ts';
import { pixelsThatDiffer } from '../../support/page-picture.ts';
import { contentOf } from '../../support/pdf-content.ts';
import { linkedPlan, randomGoals, randomVersions } from './random-plan.ts';

const { printer } = browserForTests();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'random-pieces-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a book in pieces is the book at once', async () => {
  await fc.assert(
    fc.asyncProperty(randomGoals(2, 3), fc.nat(99), async (goals, at) => {
      const plan = linkedPlan(goals);
      const whole = await make(short(plan), printer);
      const pieces = await make(long(plan), printer);
      expect(pieces.findings).toEqual([]);
      expect(pieces.pageMap).toEqual(whole.pageMap);
      expect(await contentOf(pieces.bytes)).toEqual(await contentOf(whole.bytes));
      const page = 1 + (at % (whole.pageMap?.pages.length ?? 1));
      expect(await pixelsThatDiffer(pieces.bytes, whole.bytes, page)).toBe(0);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 600_000);

test('after any edit it has the bytes of a build from nothing', async () => {
  let builds = 0;
  await fc.assert(
    fc.asyncProperty(randomVersions(2), async (versions) => {
      builds += 1;
      let pageMap: PageMap | undefined;
      for (const goals of versions) {
        const plan = long(linkedPlan(goals));
        const pieces = keptPieces(
          openCache(folder, () => {}),
          `plan-${builds}`,
          'inputs',
        );
        const warm = await make(plan, printer, { pieces, pageMap });
        pieces.keep();
        const cold = pageMap ? await make(plan, printer) : warm;
        expect(Buffer.compare(warm.bytes, cold.bytes)).toBe(0);
        ({ pageMap } = warm);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 600_000);
