/** Which page everything stands on, what that page is called, and where blank pages go in. */
import type { PageMap, Places, PrintedPage } from '../../model/edition.ts';
import { roman } from '../../pdf/roman.ts';
import { type Feet, isNoteEnd } from './footnotes.ts';

/** The pages of a print, known or assumed. */
export interface Layout {
  readonly pageCount: number;
  /** Anchor to the index of its page, from 0. */
  readonly anchors: ReadonlyMap<string, number>;
  /** Anchors of the chapters that have a blank page before them, so that they open on a right-hand page. */
  readonly blanks: ReadonlySet<string>;
  /** The notes at the feet of pages. */
  readonly feet: Feet;
  /** The pages on their side. */
  readonly turned: ReadonlySet<number>;
}

/** Nothing is known before the first print. */
export const unknownLayout: Layout = {
  pageCount: 0,
  anchors: new Map(),
  blanks: new Set(),
  feet: new Map(),
  turned: new Set(),
};

/**
 * The layout that the next print should have: that of this one, with blank pages put in and taken out so that each
 * chapter opens on the right. Page 1 is a right-hand page, so right-hand pages have even indexes.
 */
export function nextLayout(printed: Places, assumed: Layout, chapters: readonly string[]): Layout {
  const blanks = new Set<string>();
  /** Where in the print a chapter's pages begin, its old blank among them, and how far they move. */
  const moves: { readonly from: number; readonly by: number }[] = [];
  let by = 0;
  for (const chapter of chapters) {
    const at = printed.pages.get(chapter);
    if (at === undefined) continue;
    if (assumed.blanks.has(chapter)) by -= 1;
    if ((at + by) % 2 === 1) {
      blanks.add(chapter);
      by += 1;
    }
    moves.push({ from: at, by });
  }
  const move = (page: number) => page + (moves.findLast(({ from }) => from <= page)?.by ?? 0);
  return {
    pageCount: printed.pageCount + by,
    anchors: new Map(
      [...printed.pages].flatMap(([anchor, page]) =>
        isNoteEnd(anchor) ? [] : [[anchor, move(page)] as const],
      ),
    ),
    blanks,
    feet: assumed.feet,
    turned: new Set([...printed.turned].map(move)),
  };
}

/** The layout that a page map was made from: before a chapter, a page without a number is a blank one. */
export function layoutOf(map: PageMap, chapters: readonly string[]): Layout {
  return {
    pageCount: map.pages.length,
    anchors: map.anchors,
    feet: map.feet ?? new Map(),
    turned: new Set(),
    blanks: new Set(
      chapters.filter((chapter) => {
        const before = (map.anchors.get(chapter) ?? 0) - 1;
        return before > 0 && map.pages[before]?.label === '';
      }),
    ),
  };
}

/** The first anchor that stands elsewhere, or the empty string where only the number of pages differs; undefined where the layouts agree. */
export function difference(one: Layout, other: Layout): string | undefined {
  for (const [anchor, page] of one.anchors) {
    if (other.anchors.get(anchor) !== page) return anchor;
  }
  return sameFeet(one, other) &&
    one.pageCount === other.pageCount &&
    one.anchors.size === other.anchors.size
    ? undefined
    : '';
}

/** Whether the same notes stand at the feet of the same pages. */
export function sameFeet({ feet: one }: Layout, { feet: other }: Layout): boolean {
  return (
    one.size === other.size && [...one].every(([note, { page }]) => other.get(note)?.page === page)
  );
}

/** The indexes of the blank pages. */
export function blankPages(layout: Layout): ReadonlySet<number> {
  return new Set([...layout.blanks].map((chapter) => (layout.anchors.get(chapter) ?? 0) - 1));
}

/** The numbers of all pages: roman up to the body's first, arabic from there. */
export function pageNumbers(layout: Layout, firstChapter: string | undefined): readonly string[] {
  const body = bodyStart(layout, firstChapter);
  return Array.from({ length: layout.pageCount }, (_, page) =>
    page < body ? roman(page + 1) : String(page - body + 1),
  );
}

/** The index of the page that bears the arabic 1. */
export function bodyStart(layout: Layout, firstChapter: string | undefined): number {
  return layout.anchors.get(firstChapter ?? '') ?? layout.pageCount;
}

/** What is printed on each page: its number, and nothing on the cover and on blank pages. */
export function printedPages(
  layout: Layout,
  firstChapter: string | undefined,
): readonly PrintedPage[] {
  const blanks = blankPages(layout);
  return pageNumbers(layout, firstChapter).map((label, page) => ({
    label: page === 0 || blanks.has(page) ? '' : label,
  }));
}
