/** What stands in the margins of each page. */

import { expect, test } from 'vitest';
import { usualSheet } from '../../../pipeline/model/sheet.ts';
import { unknownLayout } from '../../../pipeline/render/pdf/layout.ts';
import { outlineOf } from '../../../pipeline/render/pdf/outline.ts';
import { cssString, marginTexts } from '../../../pipeline/render/pdf/running-heads.ts';
import { goal, plan, section } from '../../support/resolved.ts';

const labels = {
  contents: 'Contents',
  summary: 'Summary',
  draft: 'Draft',
  pageOf: 'Page {page} of {total}',
};

const book = plan({
  title: 'Cool City',
  handling: 'OFFICIAL',
  draft: true,
  goals: [
    goal('1', 'People', 'g', {
      sections: [section('1.1', 'Alarm', 'a'), section('1.2', 'Rooms', 'b')],
    }),
  ],
});

const layout = {
  ...unknownLayout,
  pageCount: 9,
  anchors: new Map([
    ['print-cover', 0],
    ['print-imprint', 1],
    ['print-contents', 2],
    ['g-1', 4],
    ['s-1-1', 5],
    ['s-1-2', 7],
  ]),
  blanks: new Set(['g-1']),
};

test('numbers, heads and marks, page by page', () => {
  expect(marginTexts(book, outlineOf(book, labels), layout, usualSheet, labels)).toEqual({
    folios: [
      '""',
      '"ii"',
      '"iii"',
      '""',
      '"Page 1 of 5"',
      '"Page 2 of 5"',
      '"Page 3 of 5"',
      '"Page 4 of 5"',
      '"Page 5 of 5"',
    ],
    leftHeads: ['""', '""', '""', '""', '""', '"Cool City"', '""', '"Cool City"', '""'],
    rightHeads: ['""', '""', '""', '""', '""', '""', '"1.1 Alarm"', '""', '"1.2 Rooms"'],
    marksAbove: '"OFFICIAL · Draft"',
    marksBelow: '"OFFICIAL"',
  });
});

test('on one side of the paper every page has both heads', () => {
  const { leftHeads, rightHeads } = marginTexts(
    book,
    outlineOf(book, labels),
    layout,
    { sides: 1 },
    labels,
  );
  expect(leftHeads.slice(5)).toEqual(Array(4).fill('"Cool City"'));
  expect(rightHeads.slice(5)).toEqual(['"1.1 Alarm"', '"1.1 Alarm"', '"1.2 Rooms"', '"1.2 Rooms"']);
});

test('a long title is cut between words', () => {
  const long = plan({ ...book, title: 'word '.repeat(40).trim() });
  const [, , , , , head] = marginTexts(
    long,
    outlineOf(long, labels),
    layout,
    usualSheet,
    labels,
  ).leftHeads;
  expect(head).toMatch(/^"(?:word ){13}…"$/u);
});

test.for([
  ['plain', '"plain"'],
  ['a "quote"', '"a \\22 quote\\22 "'],
  ['</style>', '"\\3c /style>"'],
  ['back\\slash\nline', '"back\\5c slash\\a line"'],
])('%j as a CSS string', ([text, css]) => {
  expect(cssString(text ?? '')).toBe(css);
});
