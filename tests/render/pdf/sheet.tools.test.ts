/** The papers of a print: sizes, sides, bleed and marks, black ink. */
import { expect, test } from 'vitest';
import { type Sheet, usualSheet } from '../../../pipeline/model/sheet.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { verifyPdf } from '../../../pipeline/verify/pdf/verify-pdf.ts';
import { browserForTests } from '../../support/browser.ts';
import { editionContext } from '../../support/edition-context.ts';
import { pagePicture } from '../../support/page-picture.ts';
import { poppler } from '../../support/poppler.ts';
import { samplePlan } from './sample.ts';

const { printer } = browserForTests();

async function print(sheet: Partial<Sheet>) {
  const context = await editionContext('en', { printer, sheet: { ...usualSheet, ...sheet } });
  const made = await pdfEdition.render(samplePlan(), context);
  return { pdf: made.artifacts[0]?.bytes ?? new Uint8Array(), pageMap: made.pageMap };
}

/** The boxes as pdfinfo tells them, each as its four edges in whole points. */
async function boxes(pdf: Uint8Array): Promise<Readonly<Record<string, readonly number[]>>> {
  const info = await poppler('pdfinfo', pdf, ['-box']);
  return Object.fromEntries(
    [...info.matchAll(/^(\w+Box): +(.*)$/gmu)].map(([, name, edges = '']) => [
      name,
      edges
        .trim()
        .split(/ +/u)
        .map((edge) => Math.round(Number(edge))),
    ]),
  );
}

test.for([
  ['A4', [0, 0, 595, 842]],
  ['Letter', [0, 0, 612, 792]],
  ['A5', [0, 0, 420, 595]],
] as const)('%s', async ([size, edges]) => {
  const { pdf } = await print({ size });
  expect(await boxes(pdf)).toMatchObject({ MediaBox: edges, TrimBox: edges });
  expect((await verifyPdf({ path: 'print.pdf', bytes: pdf })).findings).toEqual([]);
});

test('a bleed of 3 mm with marks, outside of which nothing is cut', async () => {
  const { pdf, pageMap } = await print({ bleed: 3, marks: true });
  expect(await boxes(pdf)).toMatchObject({
    MediaBox: [-25, -25, 638, 884],
    BleedBox: [0, 0, 612, 859],
    TrimBox: [9, 9, 604, 850],
  });
  expect(pageMap?.pages).toEqual((await print({})).pageMap?.pages);
  // At 72 dpi a pixel is a point. The left edge of the cut is 34 points from the sheet's.
  const { width, data } = await pagePicture(pdf, 2, 72);
  const ink = (x: number, y: number) => 255 - (data[(y * width + x) * 4] ?? 255);
  const darkest = (y: number) => Math.max(...[32, 33, 34, 35].map((x) => ink(x, y)));
  expect(darkest(12)).toBeGreaterThan(20);
  expect(darkest(25)).toBe(0);
  expect(darkest(60)).toBe(0);
  expect((await verifyPdf({ path: 'print.pdf', bytes: pdf })).findings).toEqual([]);
});

test('one side of the paper: no blank pages, margins alike', async () => {
  const { pdf, pageMap } = await print({ sides: 1 });
  expect(pageMap?.pages.slice(1).filter(({ label }) => label === '')).toEqual([]);
  const folios = await Promise.all(
    [6, 7].map((page) =>
      poppler('pdftotext', pdf, ['-bbox', '-f', String(page), '-l', String(page)]),
    ),
  );
  const ends = folios.map((text) => /xMax="([\d.]+)"[^>]*>\d+<\/word>\s*<\/page>/u.exec(text)?.[1]);
  expect(ends[0]).toBeDefined();
  expect(ends[1]).toBe(ends[0]);
});

test('black ink alone', async () => {
  const { pdf } = await print({ grey: true });
  for (const page of [1, 3, 5]) {
    const { data } = await pagePicture(pdf, page, 40);
    const coloured = data.some((value, at) => at % 4 < 2 && value !== data[at + 1]);
    expect(coloured, `page ${page}`).toBe(false);
  }
  expect((await verifyPdf({ path: 'print.pdf', bytes: pdf })).findings).toEqual([]);
});

test('marks of handling and drafts are no content', async () => {
  const plan = samplePlan({ draft: true, handling: 'OFFICIAL' });
  const made = await pdfEdition.render(plan, await editionContext('en', { printer }));
  const pdf = made.artifacts[0]?.bytes ?? new Uint8Array();
  const pages = (await poppler('pdftotext', pdf)).split('\f').slice(0, -1);
  expect(pages.filter((page) => !/OFFICIAL · DRAFT.*OFFICIAL/su.test(page))).toEqual([]);
  expect(await poppler('pdfinfo', pdf, ['-struct-text'])).not.toMatch(/OFFICIAL/u);
  expect((await verifyPdf({ path: 'print.pdf', bytes: pdf })).findings).toEqual([]);
});
