/** A book that is printed piece by piece is the book that is printed at once; and what did not change is not printed. */
import pixelmatch from 'pixelmatch';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EditionResult, KeptPieces } from '../../../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../../../pipeline/model/resolved.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { fewestWords } from '../../../pipeline/render/pdf/in-pieces.ts';
import { verifyPdf } from '../../../pipeline/verify/pdf/verify-pdf.ts';
import { browserForTests } from '../../support/browser.ts';
import { countedPrinter } from '../../support/counted-printer.ts';
import { editionContext } from '../../support/edition-context.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { openPdf } from '../../support/opened-pdf.ts';
import { pagePicture } from '../../support/page-picture.ts';
import { poppler } from '../../support/poppler.ts';
import { flow } from '../../support/resolved.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';
import { samplePlan, sentences } from './sample.ts';

const { printer } = browserForTests();

interface Made extends EditionResult {
  readonly bytes: Uint8Array;
  /** How often the browser printed. */
  readonly prints: number;
}

async function make(plan: ResolvedPlan, kept?: KeptPieces, version?: string): Promise<Made> {
  let prints = 0;
  const counted = countedPrinter(printer, () => {
    prints += 1;
  });
  const context = await editionContext('en', {
    printer: version === undefined ? counted : { ...counted, version: async () => version },
    ...(kept && { pieces: kept }),
  });
  const made = await pdfEdition.render(plan, context);
  return { ...made, bytes: made.artifacts[0]?.bytes ?? new Uint8Array(), prints };
}

/** A plan as if it were so long that it is printed in pieces, or so short that it is not. */
const long = (plan: ResolvedPlan): ResolvedPlan => ({ ...plan, words: fewestWords });
const short = (plan: ResolvedPlan): ResolvedPlan => ({ ...plan, words: 0 });

function memory(): KeptPieces {
  const known = new Map<string, Uint8Array>();
  return { read: (key) => known.get(key), write: (key, bytes) => void known.set(key, bytes) };
}

/** What a reader, a search and a screen reader find, but for numbers that no reader sees. */
async function contentOf(pdf: Uint8Array) {
  const { elements, outline, labels, destinations, links } = await openPdf(pdf);
  const words = (text: string) => text.replace(/\s+/gu, ' ');
  const structure = await poppler('pdfinfo', pdf, ['-struct-text']);
  return {
    outline,
    labels,
    links,
    destinations: [...destinations].sort(),
    places: (await poppler('pdfinfo', pdf, ['-dests'])).split('\n').sort(),
    tags: elements.map(({ type, lang, alt }) => [type, lang, alt]),
    text: words(await poppler('pdftotext', pdf, ['-raw'])),
    // Where the space of a wrapped line stands depends on which of two fonts has one.
    read: structure.replace(/Object \d+ \d+|id\d+|[\da-f]+:\d+|[\s"]/gu, ''),
  };
}

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
    whole = await make(short(plan));
    pieces = await make(long(plan));
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
      const [one, other] = [
        await pagePicture(pieces.bytes, page, 40),
        await pagePicture(whole.bytes, page, 40),
      ];
      const { width, height } = other;
      expect(pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.1 })).toBe(
        0,
      );
    }
  }, 120_000);

  test('is PDF/UA-1 as far as a machine can look', async () => {
    expect((await verifyPdf({ path: 'pieces.pdf', bytes: pieces.bytes })).findings).toEqual([]);
  }, 120_000);
});

describe('a plan that is built again', () => {
  test('is not printed again, and has the same bytes', async () => {
    const kept = memory();
    const first = await make(long(samplePlan()), kept);
    const again = await make(long(samplePlan()), kept);
    expect(again.prints).toBe(0);
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
  }, 120_000);

  test('prints the piece that an edit changed, with the bytes of a build from nothing', async () => {
    const kept = memory();
    const edited = long(
      samplePlan({
        body: flow(`<p id="about-1" data-paragraph="1">${sentences(901, 5).join(' ')}</p>`),
      }),
    );
    await make(long(samplePlan()), kept);
    const warm = await make(edited, kept);
    const cold = await make(edited);
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
      const first = await make(long(samplePlan()));
      const known = memory();
      await make(long(samplePlan()), known);
      const hostile = {
        read: (key: string) => {
          const bytes = known.read(key);
          return bytes && damage(bytes);
        },
        write() {},
      };
      const again = await make(long(samplePlan()), hostile);
      expect(again.prints).toBe(first.prints);
      expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    },
    120_000,
  );
});

test('with a browser that nobody compared it is printed at once, and that is said', async () => {
  const { findings, bytes } = await make(long(samplePlan()), undefined, 'HeadlessChrome/999.0.1');
  expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'info',
      'The book was printed at once, not piece by piece: the browser is HeadlessChrome/999.0.1, whose pieces were not compared with whole prints yet. It is right, and took longer.',
    ],
  ]);
  const whole = await make(short(samplePlan()));
  expect(Buffer.compare(bytes, whole.bytes)).toBe(0);
}, 120_000);
