/** A book that is printed piece by piece is the book that is printed at once; and what did not change is not printed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPdf } from '../../../pipeline/verify/pdf/verify-pdf.ts';
import { browserForTests } from '../../support/browser.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { keptInMemory, long, type Made, make, short } from '../../support/made-print.ts';
import { pixelsThatDiffer } from '../../support/page-picture.ts';
import { contentOf } from '../../support/pdf-content.ts';
import { flow } from '../../support/resolved.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';
import { samplePlan, sentences } from './sample.ts';

const { printer } = browserForTests();

describe.each([
  ['the sample plan', async () => samplePlan()],
  [
    'a plan of some hundred pages',
    async () => (await resolvedPlan(sourcesOf(generatedPlan(55)))).plan,
  ],
])('%s', (_, planOf) => {
  let whole: Made;
  let pieces: Made;

  beforeAll(async () => {
    const plan = await planOf();
    whole = await make(short(plan), printer);
    pieces = await make(long(plan), printer);
  }, 600_000);

  test('is printed in pieces', () => {
    expect(pieces.findings).toEqual([]);
    expect(pieces.prints).toBeGreaterThan(whole.prints);
  });

  test('has the same text, tags, links, destinations, outline and labels', async () => {
    const [one, other] = [await contentOf(pieces.bytes), await contentOf(whole.bytes)];
    expect(one).toEqual(other);
    expect(pieces.pageMap).toEqual(whole.pageMap);
  }, 120_000);

  test('looks the same', async () => {
    const count = whole.pageMap?.pages.length ?? 0;
    for (let page = 1; page <= count; page += count > 20 ? 7 : 1) {
      expect(await pixelsThatDiffer(pieces.bytes, whole.bytes, page)).toBe(0);
    }
  }, 120_000);

  test('is PDF/UA-1 as far as a machine can look', async () => {
    expect((await verifyPdf({ path: 'pieces.pdf', bytes: pieces.bytes })).findings).toEqual([]);
  }, 120_000);
});

describe('a plan that is built again', () => {
  test('is not printed again, and has the same bytes', async () => {
    const kept = keptInMemory();
    const first = await make(long(samplePlan()), printer, { pieces: kept });
    const again = await make(long(samplePlan()), printer, { pieces: kept });
    expect(again.prints).toBe(0);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
  }, 120_000);

  test('prints the piece that an edit changed, with the bytes of a build from nothing', async () => {
    const kept = keptInMemory();
    const edited = long(
      samplePlan({
        body: flow(`<p id="about-1" data-paragraph="1">${sentences(901, 5).join(' ')}</p>`),
      }),
    );
    await make(long(samplePlan()), printer, { pieces: kept });
    const warm = await make(edited, printer, { pieces: kept });
    const cold = await make(edited, printer);
    expect(warm.prints).toBe(1);
    expect(Buffer.compare(warm.bytes, cold.bytes)).toBe(0);
  }, 120_000);

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, 100)],
    ['empty', () => new Uint8Array()],
    ['something else', () => Buffer.from('%PDF-1.7 not a piece at all')],
  ])(
    'is printed again where what was kept is %s',
    async (_, damage) => {
      const first = await make(long(samplePlan()), printer);
      const known = keptInMemory();
      await make(long(samplePlan()), printer, { pieces: known });
      const hostile = {
        read: (key: string) => {
          const bytes = known.read(key);
          return bytes && damage(bytes);
        },
        write() {},
      };
      const again = await make(long(samplePlan()), printer, { pieces: hostile });
      expect(again.prints).toBe(first.prints);
      expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    },
    120_000,
  );
});

test('with a browser that nobody compared it is printed at once, and that is said', async () => {
  const { findings, bytes } = await make(long(samplePlan()), {
    ...printer,
    version: async () => 'HeadlessChrome/999.0.1',
  });
  expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'info',
      'The book was printed at once, not piece by piece: the browser is HeadlessChrome/999.0.1, whose pieces were not compared with whole prints yet. It is right, and took longer.',
    ],
  ]);
  const whole = await make(short(samplePlan()), printer);
  expect(Buffer.compare(bytes, whole.bytes)).toBe(0);
}, 120_000);
