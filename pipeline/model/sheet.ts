/** The paper that a print is made for. */

export const pageSizes = ['A4', 'Letter', 'A5'] as const;

export type PageSize = (typeof pageSizes)[number];

export interface Sheet {
  readonly size: PageSize;
  /** On two sides, goals open on a right-hand page and margins mirror. */
  readonly sides: 1 | 2;
  /** How far the print reaches over the page's edge on each side, in mm. */
  readonly bleed: number;
  /** Whether marks outside of the bleed show where to cut. */
  readonly marks: boolean;
  /** Whether everything is printed in black ink alone. */
  readonly grey: boolean;
}

/** What is printed unless somebody says otherwise. */
export const usualSheet: Sheet = { size: 'A4', sides: 2, bleed: 0, marks: false, grey: false };

/** Width and height of a size in points, as it is cut (ISO 216; ANSI/ASME Y14.1). */
export const pagePoints: Readonly<Record<PageSize, readonly [number, number]>> = {
  A4: [595.28, 841.89],
  Letter: [612, 792],
  A5: [419.53, 595.28],
};

/** Millimetres in points. */
export function pointsOf(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
