/** When a book's page numbers are right, and what is said when they never are. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Layout, unknownLayout } from '../../../pipeline/render/pdf/layout.ts';
import { settle } from '../../../pipeline/render/pdf/settle.ts';

const noFeet = () => new Map();

/** A PDF of blank pages with a destination for each anchor. */
async function pdf(pageCount: number, anchors: Record<string, number>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const pages = Array.from({ length: pageCount }, () => document.addPage());
  const dests = Object.entries(anchors).map(([anchor, page]) => [
    anchor,
    [pages[page]?.ref ?? null, PDFName.of('XYZ'), 0, 0, 0],
  ]);
  document.catalog.set(PDFName.of('Dests'), document.context.obj(Object.fromEntries(dests)));
  return document.save({ useObjectStreams: false });
}

test('two prints where the numbers move nothing; the first goes without tags', async () => {
  const asked: boolean[] = [];
  const print = (layout: Layout, tagged: boolean) => {
    asked.push(tagged);
    return layout.blanks.has('one') ? pdf(4, { one: 2 }) : pdf(3, { one: 1 });
  };
  const { layout } = await settle(print, ['one'], String, noFeet);
  expect(asked).toEqual([false, true]);
  expect(layout.anchors.get('one')).toBe(2);
});

test('one, with tags, where the layout of the last build still holds', async () => {
  const asked: boolean[] = [];
  const print = (_: Layout, tagged: boolean) => {
    asked.push(tagged);
    return pdf(4, { one: 2 });
  };
  const start = {
    ...unknownLayout,
    pageCount: 4,
    anchors: new Map([['one', 2]]),
    blanks: new Set(['one']),
  };
  await settle(print, ['one'], String, noFeet, start);
  expect(asked).toEqual([true]);
});

test('three where a number that was filled in moved a line', async () => {
  let prints = 0;
  const print = () => {
    prints += 1;
    return prints === 1 ? pdf(3, { one: 1 }) : pdf(3, { one: 2 });
  };
  await settle(print, [], String, noFeet);
  expect(prints).toBe(3);
});

test('a reference that moves with its own number is named, after five prints', async () => {
  let prints = 0;
  const print = () => {
    prints += 1;
    return pdf(4, { one: 1 + (prints % 2) });
  };
  await expect(settle(print, [], () => '3.13 Russia', noFeet)).rejects.toThrow(
    'The page numbers did not settle in 5 prints: the page of "3.13 Russia" changes each time that its number is filled in.',
  );
  expect(prints).toBe(5);
});

test('a print whose notes will move goes without tags', async () => {
  const asked: boolean[] = [];
  const print = (_: Layout, tagged: boolean) => {
    asked.push(tagged);
    return pdf(3, { one: 1 });
  };
  const feetOf = (_: unknown, __: unknown, pass: number) =>
    new Map([['note', { page: Math.min(pass, 2), height: 12 }]]);
  const { layout } = await settle(print, [], String, feetOf);
  expect(asked).toEqual([false, false, false, true]);
  expect(layout.feet.get('note')?.page).toBe(2);
});
