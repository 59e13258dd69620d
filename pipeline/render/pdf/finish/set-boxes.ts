/** Where a page is cut (ISO 32000-1, 14.11.2): its boxes, and the marks that show them. */
import { PDFArray, type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import { entry, itemsOf, numberOf } from '../../../pdf/lookup.ts';
import { type PrintPage, packed } from './print-pages.ts';

/** The edges of a print's pages. */
export interface Edges {
  /** How far the print reaches over the cut, in points. */
  readonly bleed: number;
  /** Whether marks stand outside of it. */
  readonly marks: boolean;
}

/** What is left around the bleed for marks, in points: 9 mm. */
const room = 25.5;
/** How far from the bleed a mark starts, and how long it is. */
const distance = 4.25;
const length = 15;

/** Sets TrimBox and BleedBox; with marks, the MediaBox grows around what the browser printed. */
export function setBoxes(
  file: PdfDraft,
  pages: readonly PrintPage[],
  { bleed, marks }: Edges,
): void {
  const { context } = file;
  const before = marks ? context.register(packed(context, Buffer.from('q\n'))) : undefined;
  for (const { dict } of pages) {
    const [left = 0, lower = 0, right = 0, upper = 0] = itemsOf(file, entry(dict, 'MediaBox')).map(
      (edge) => numberOf(file, edge) ?? 0,
    );
    const box = (by: number) =>
      context.obj([left - by, lower - by, right + by, upper + by].map(hundredths));
    if (bleed > 0 || marks) dict.set(PDFName.of('BleedBox'), box(0));
    dict.set(PDFName.of('TrimBox'), box(-bleed));
    const contents = entry(dict, 'Contents');
    if (!before || !contents) continue;
    dict.set(PDFName.of('MediaBox'), box(room));
    dict.set(PDFName.of('CropBox'), box(room));
    const drawn = cropMarks([left, lower, right, upper], bleed);
    const after = context.register(packed(context, Buffer.from(`Q\n${drawn}`)));
    dict.set(PDFName.of('Contents'), array(context, [before, contents as PDFRef, after]));
  }
}

/** Two lines at each corner of the cut, outside of the bleed, as an artifact. */
function cropMarks([left, lower, right, upper]: Box, bleed: number): string {
  const lines: string[] = [];
  const line = (...points: readonly number[]) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.map(hundredths);
    lines.push(`${x1} ${y1} m ${x2} ${y2} l S`);
  };
  for (const x of [left + bleed, right - bleed]) {
    line(x, lower - distance, x, lower - distance - length);
    line(x, upper + distance, x, upper + distance + length);
  }
  for (const y of [lower + bleed, upper - bleed]) {
    line(left - distance, y, left - distance - length, y);
    line(right + distance, y, right + distance + length, y);
  }
  return `/Artifact <</Type /Page>>BDC\nq 0 G 0.25 w\n${lines.join('\n')}\nQ\nEMC`;
}

type Box = readonly [number, number, number, number];

function array(context: PDFContext, items: readonly PDFRef[]): PDFArray {
  const made = PDFArray.withContext(context);
  for (const item of items) made.push(item);
  return made;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
