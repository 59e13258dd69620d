/** Where something stands on the printed pages: how high the area of the text is, and how far down a spot is in it. */
import type { Places } from '../../model/edition.ts';
import { pagePoints, type Sheet } from '../../model/sheet.ts';

export interface PageArea {
  /** The height of a page's area, in points of the style sheet. */
  heightOf(printed: Pick<Places, 'turned'>, page: number): number;
  /** The page of an anchor, and how far down its area it stands, in points of the style sheet. */
  spotOf(
    printed: Places,
    anchor: string,
  ): { readonly page: number; readonly offset: number } | undefined;
  /** How far down the second anchor stands from the first; undefined where they are on two pages. */
  between(printed: Places, from: string, to: string): number | undefined;
}

/** As in styles/pdf/sizes: lines of 15 points, and how much the text is made smaller. */
const measures = {
  A4: { lines: 45, zoom: 1 },
  Letter: { lines: 42, zoom: 1 },
  A5: { lines: 36, zoom: 6 / 7 },
} as const;

/** The margins above and below a table on its side, in points: 22 mm each. */
const turnedMargins = 124.7;

export function pageArea({ size }: Sheet): PageArea {
  const { lines, zoom } = measures[size];
  const [width] = pagePoints[size];
  const spotOf: PageArea['spotOf'] = (printed, anchor) => {
    const page = printed.pages.get(anchor);
    const down = printed.offsets.get(anchor);
    return page === undefined || down === undefined ? undefined : { page, offset: down / zoom };
  };
  return {
    heightOf: (printed, page) =>
      printed.turned.has(page) ? (width - turnedMargins) / zoom : lines * 15,
    spotOf,
    between(printed, from, to) {
      const [one, other] = [spotOf(printed, from), spotOf(printed, to)];
      return one && other && one.page === other.page ? other.offset - one.offset : undefined;
    },
  };
}
