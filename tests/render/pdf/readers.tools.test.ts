/** A book whose pieces were merged opens in every reader as the one that was printed at once does, and none complains. */
import { beforeAll, describe, expect, test } from 'vitest';
import { browserForTests } from '../../support/browser.ts';
import { generatedPlan } from '../../support/generated-plan.ts';
import { long, type Made, make, short } from '../../support/made-print.ts';
import { openPdf } from '../../support/opened-pdf.ts';
import { complaintsOf, missingCheckers } from '../../support/pdf-checks.ts';
import { readWithPdfJs } from '../../support/pdf-js.ts';
import { readWithPdfium } from '../../support/pdfium.ts';
import { resolvedPlan, sourcesOf } from '../../support/sources.ts';

const { printer } = browserForTests();

let whole: Made;
let pieces: Made;
beforeAll(async () => {
  const { plan } = await resolvedPlan(sourcesOf(generatedPlan(28)));
  whole = await make(short(plan), printer);
  pieces = await make(long(plan), printer);
  expect(pieces.findings).toEqual([]);
}, 600_000);

/** Without its last bytes, which say where all objects are. */
const cut = (pdf: Uint8Array) => pdf.subarray(0, pdf.length - 4000);

describe.each([
  ['pdf.js', readWithPdfJs],
  ['PDFium', readWithPdfium],
])('%s', (_, read) => {
  test('finds the text, links, tags, labels and outline of the book at once', async () => {
    const reading = await read(pieces.bytes);
    expect(reading).toEqual(await read(whole.bytes));
    const { outline } = await openPdf(pieces.bytes);
    // The cover and blank pages bear no number, and have one.
    const borne = pieces.pageMap?.pages.map(({ label }, at) => label || reading.labels[at]);
    expect(reading.labels).toEqual(borne);
    expect(reading.outline.map((line) => line.replace(/ \d+$/u, ''))).toEqual(outline);
    expect(reading.pages.flatMap(({ links }) => links)).not.toContain(-1);
  }, 120_000);

  test('complains of nothing, but would', async () => {
    expect((await read(pieces.bytes)).complaints).toEqual([]);
    expect((await read(cut(pieces.bytes))).complaints).not.toEqual([]);
  }, 120_000);
});

describe.each(['qpdf', 'mutool'] as const)('%s', (name) => {
  const missing = missingCheckers.has(name);
  test.skipIf(missing)(
    `complains of nothing, but would${missing ? ' (it is not installed here)' : ''}`,
    async () => {
      expect(await complaintsOf(name, pieces.bytes)).toEqual([]);
      expect(await complaintsOf(name, cut(pieces.bytes))).not.toEqual([]);
    },
    120_000,
  );
});
