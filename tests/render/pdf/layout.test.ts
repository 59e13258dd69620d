/** Where blank pages go, what pages are called, and when two layouts are the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Places } from '../../../pipeline/model/edition.ts';
import {
  blankPages,
  difference,
  type Layout,
  layoutOf,
  nextLayout,
  pageNumbers,
  printedPages,
  unknownLayout,
} from '../../../pipeline/render/pdf/layout.ts';

function printed(pageCount: number, pages: Record<string, number>): Places {
  return {
    pageCount,
    pages: new Map(Object.entries(pages)),
    offsets: new Map(),
    turned: new Set(),
  };
}

test('chapters move to right-hand pages, and everything after them moves along', () => {
  const print = printed(10, { contents: 2, one: 3, 'one-a': 4, two: 6, 'two-a': 7 });
  const layout = nextLayout(print, unknownLayout, ['one', 'two']);
  expect(layout.blanks).toEqual(new Set(['one', 'two']));
  expect(Object.fromEntries(layout.anchors)).toEqual({
    contents: 2,
    one: 4,
    'one-a': 5,
    two: 8,
    'two-a': 9,
  });
  expect(layout.pageCount).toBe(12);
  expect(blankPages(layout)).toEqual(new Set([3, 7]));
});

test('a blank page that is no longer wanted goes', () => {
  const assumed: Layout = {
    ...unknownLayout,
    pageCount: 5,
    anchors: new Map(),
    blanks: new Set(['one']),
  };
  const layout = nextLayout(printed(5, { one: 3, two: 4 }), assumed, ['one']);
  expect(layout).toEqual({
    ...unknownLayout,
    pageCount: 4,
    anchors: new Map([
      ['one', 2],
      ['two', 3],
    ]),
    blanks: new Set(),
  });
});

test('a print that came out as assumed is left as it is', () => {
  const first = nextLayout(printed(9, { one: 3, two: 6, end: 8 }), unknownLayout, ['one', 'two']);
  const print = printed(first.pageCount, Object.fromEntries(first.anchors));
  expect(difference(nextLayout(print, first, ['one', 'two']), first)).toBeUndefined();
});

test('whatever the chapters’ lengths, all open on the right and the second print agrees', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 1, max: 9 })),
      (front, lengths) => {
        const chapters = lengths.map((_, index) => `chapter-${index}`);
        const print = (blanks: ReadonlySet<string>) => {
          let page = front;
          const pages: Record<string, number> = {};
          for (const [index, chapter] of chapters.entries()) {
            if (blanks.has(chapter)) page += 1;
            pages[chapter] = page;
            page += lengths[index] ?? 0;
          }
          return printed(page, pages);
        };
        const layout = nextLayout(print(new Set()), unknownLayout, chapters);
        for (const page of layout.anchors.values()) expect(page % 2).toBe(0);
        expect(
          difference(nextLayout(print(layout.blanks), layout, chapters), layout),
        ).toBeUndefined();
      },
    ),
  );
});

test('the difference names the first anchor that moved', () => {
  const layout = {
    ...unknownLayout,
    pageCount: 3,
    anchors: new Map([
      ['a', 1],
      ['b', 2],
    ]),
    blanks: new Set<string>(),
  };
  expect(
    difference(layout, {
      ...layout,
      anchors: new Map([
        ['a', 1],
        ['b', 1],
      ]),
    }),
  ).toBe('b');
  expect(difference(layout, { ...layout, pageCount: 4 })).toBe('');
});

test('roman numbers before the body, arabic in it, none on cover and blanks', () => {
  const layout = {
    ...unknownLayout,
    pageCount: 7,
    anchors: new Map([
      ['one', 4],
      ['two', 6],
    ]),
    blanks: new Set(['one', 'two']),
  };
  expect(pageNumbers(layout, 'one')).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3']);
  expect(printedPages(layout, 'one').map(({ label }) => label)).toEqual([
    '',
    'ii',
    'iii',
    '',
    '1',
    '',
    '3',
  ]);
});

test('a page map tells the layout that it was made from', () => {
  const layout: Layout = {
    ...unknownLayout,
    pageCount: 8,
    anchors: new Map([
      ['cover', 0],
      ['one', 4],
      ['two', 6],
    ]),
    blanks: new Set(['one']),
  };
  const map = { pages: printedPages(layout, 'one'), anchors: layout.anchors };
  expect(layoutOf(map, ['one', 'two'])).toEqual(layout);
});
