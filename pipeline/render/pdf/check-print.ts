/** Whether a print may be published: pages of the right size, with text on them, in our own fonts. */
import type { FontFile } from '../../model/edition.ts';
import { ToolError } from '../../model/errors.ts';
import { pagePoints, pointsOf, type Sheet } from '../../model/sheet.ts';
import type { Print } from './finish/print-pages.ts';
import { type Inspection, inspect } from './inspect.ts';

/** What a print must be. */
export interface Expected {
  /** Width and height in points. A page may also lie on its side. */
  readonly size: readonly [number, number];
  /** Indexes of the pages that are blank on purpose. */
  readonly blanks: ReadonlySet<number>;
  readonly fonts: readonly Pick<FontFile, 'family'>[];
}

/** What the browser prints, in points: the page with its bleed. */
export function printedSize({ size, bleed }: Sheet): readonly [number, number] {
  const [width, height] = pagePoints[size];
  return [width + 2 * pointsOf(bleed), height + 2 * pointsOf(bleed)];
}

/** Raises `ToolError` where a page has another size or no text, or where a font is none of the edition's own. */
export function checkPrint(print: Print, expected: Expected): void {
  const found = inspect(print);
  const fault =
    wrongSize(found, expected) ?? foreignFont(found, expected) ?? emptyPage(found, expected);
  if (fault !== undefined) throw new ToolError(fault, 'briefwright doctor');
}

function wrongSize({ pages }: Inspection, { size: [width, height] }: Expected): string | undefined {
  const fits = (one: number, other: number) => Math.abs(one - other) <= pixel;
  const at = pages.findIndex(
    (page) =>
      !(fits(page.width, width) && fits(page.height, height)) &&
      !(fits(page.width, height) && fits(page.height, width)),
  );
  const page = pages[at];
  return (
    page &&
    `Page ${at + 1} of the print came out as ${sizeText(page.width, page.height)} pt, not ${sizeText(width, height)} pt.`
  );
}

/** The browser rounds to CSS pixels, of 0.75 points. */
const pixel = 0.75;

function sizeText(width: number, height: number): string {
  return `${Math.round(width)} × ${Math.round(height)}`;
}

function foreignFont(found: Inspection, expected: Expected): string | undefined {
  const families = expected.fonts.map(({ family }) => family.replaceAll(' ', ''));
  const foreign = found.fonts.find(
    ({ name, embedded }) => !embedded || !families.some((family) => name.startsWith(family)),
  );
  return (
    foreign &&
    `The print uses the font "${foreign.name}", which is none of the edition's own: some letter or sign of the plan has no font here.`
  );
}

function emptyPage({ pages }: Inspection, { blanks }: Expected): string | undefined {
  const at = pages.findIndex(({ hasText }, page) => !hasText && !blanks.has(page));
  return at === -1 ? undefined : `Page ${at + 1} of the print is blank.`;
}
