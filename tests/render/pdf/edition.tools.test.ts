/** The print, made by the real browser and read by poppler. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { EditionResult } from '../../../pipeline/model/edition.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { editionContext } from '../../support/edition-context.ts';
import { openPdf } from '../../support/opened-pdf.ts';
import { poppler } from '../../support/poppler.ts';

import { samplePlan, sentences } from './sample.ts';

const { printer } = browserForTests();

/** The text of each page, every run of space as one space, words joined where a soft hyphen broke them. */
async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const text = await poppler('pdftotext', pdf);
  return text
    .split('\f')
    .map((page) => page.replace(/\u00AD\s*|(?<=\p{Ll})-\n/gu, '').replace(/\s+/gu, ' '));
}

describe('a plan', () => {
  let result: EditionResult;
  let pdf: Uint8Array;
  let pages: readonly string[];

  beforeAll(async () => {
    result = await pdfEdition.render(samplePlan(), await editionContext('en', { printer }));
    pdf = result.artifacts[0]?.bytes ?? new Uint8Array();
    pages = await pagesOf(pdf);
  });

  test('is one file, A4, tagged, with its title', async () => {
    expect(result.artifacts.map(({ path, mediaType }) => [path, mediaType])).toEqual([
      ['sample.pdf', 'application/pdf'],
    ]);
    const info = await poppler('pdfinfo', pdf);
    expect(info).toMatch(/Page size: +59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/u);
    expect(info).toMatch(/Tagged: +yes/u);
    expect(info).toMatch(/Title: +Cool City 2035/u);
  });

  test('embeds every font, and none but the edition’s own', async () => {
    const [, , ...fonts] = (await poppler('pdffonts', pdf)).trimEnd().split('\n');
    expect(fonts.length).toBeGreaterThan(4);
    expect(
      fonts.filter((line) => !/(?:Source|Noto)\S+ +CID TrueType +\S+ +yes yes yes/u.test(line)),
    ).toEqual([]);
  });

  test('says every sentence', () => {
    const text = pages.join(' ');
    for (const sentence of sentences(1, 36)) expect.soft(text).toContain(sentence.slice(0, 60));
    expect(text).toContain('The source text of this section names no indicators.');
    expect(text).toContain('What the note says.');
    expect(text).toContain('Ελένη Παπαδοπούλου');
  });

  test('has the right page numbers in its contents', async () => {
    const laidOut = await poppler('pdftotext', pdf, ['-layout', '-f', '3', '-l', '3']);
    const contents = laidOut.replace(/\s+/gu, ' ');
    const map = result.pageMap;
    for (const [anchor, title] of [
      ['g-1', 'People first'],
      ['s-1-2', 'Cool rooms'],
      ['s-1-10', 'Outdoor work'],
      ['s-3-13', 'Russia'],
    ] as const) {
      const page = map?.anchors.get(anchor) ?? -1;
      const label = map?.pages[page]?.label;
      expect(contents).toContain(`${title} ${label}`);
      expect(pages[page]).toContain(title);
      expect(pages[page]).toContain(`Page ${label} of `);
    }
  });

  test('opens goals on the right, with blank pages before them', () => {
    const map = result.pageMap;
    for (const anchor of ['g-1', 'g-3']) expect((map?.anchors.get(anchor) ?? 1) % 2).toBe(0);
    const blank = (map?.anchors.get('g-3') ?? 0) - 1;
    expect(pages[blank]?.trim()).toBe('');
    expect(map?.pages[blank]?.label).toBe('');
  });

  test('has roman numbers before the body, and none on the cover', () => {
    expect(result.pageMap?.pages.slice(0, 6).map(({ label }) => label)).toEqual([
      '',
      'ii',
      'iii',
      'iv',
      '1',
      '2',
    ]);
  });

  test('has running heads: the plan on the left, the section on the right, none where a goal opens', () => {
    const map = result.pageMap;
    const heads = (map?.pages ?? []).map((_, page) => ({
      left: /^Cool City 2035/u.test(pages[page]?.trim() ?? ''),
      right: /^(?:1\.\d+|3\.13) \w/u.test(pages[page]?.trim() ?? ''),
    }));
    const opener = map?.anchors.get('g-1') ?? 0;
    expect(heads[opener]).toEqual({ left: false, right: false });
    expect(heads[opener + 1]).toMatchObject({ left: true });
    expect(heads[opener + 2]).toMatchObject({ right: true });
  });

  test('knows the page of every block', async () => {
    const read = (await openPdf(pdf)).destinations;
    for (const anchor of ['s-1-1-b-p1', 's-1-10-b-p9', 's-1-2-who-1', 'w-n1', 'w-c1', 'about-1']) {
      expect.soft(result.pageMap?.anchors.get(anchor), anchor).toBe(read.get(anchor));
      expect.soft(read.get(anchor), anchor).toBeGreaterThan(2);
    }
  });
});

test('a draft says so on every page, and shows the handling mark', async () => {
  const plan = samplePlan({ draft: true, handling: 'OFFICIAL' });
  const result = await pdfEdition.render(plan, await editionContext('en', { printer }));
  const pages = await pagesOf(result.artifacts[0]?.bytes ?? new Uint8Array());
  const unmarked = pages.slice(0, -1).filter((page) => !/OFFICIAL · DRAFT.*OFFICIAL/iu.test(page));
  expect(unmarked).toEqual([]);
});
