/**
 * Puts the spaces back that the browser leaves out where a line is wrapped, so that the words on both sides do not run
 * together when the text is read by its marks.
 */
import type { PrintPage } from './print-pages.ts';
import type { Run } from './scan-page.ts';

/** How far down the next line stands at least, in points: more than an index is lowered, less than any line is high. */
const leastDrop = 6.5;

/** Operators to put into each page, by the byte they stand before. `blockOf` tells which marks are of one block. */
export function joinLines(
  pages: readonly PrintPage[],
  blockOf: (page: PrintPage, mcid: number) => object | undefined,
): ReadonlyMap<PrintPage, ReadonlyMap<number, string>> {
  const inserted = new Map(pages.map((page) => [page, new Map<number, string>()]));
  let before: { readonly page: PrintPage; readonly run: Run; readonly block: object } | undefined;
  for (const page of pages) {
    for (const run of page.scan.runs) {
      const block = run.mcid === undefined ? undefined : blockOf(page, run.mcid);
      if (!block) continue;
      const wrapped =
        before?.block === block &&
        (before.page !== page || before.run.y - run.y > leastDrop) &&
        wantsSpace(before.run, run);
      if (before && wrapped) insert(inserted, before, { page, run });
      before = { page, run, block };
    }
  }
  return inserted;
}

/** After these a line may be broken without a space; a dash with a space before it has one after it too. */
const breaksWithout = /(?:\s|\S[-‐–—/])$/u;

/** Scripts that are written without spaces. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function wantsSpace(one: Run, other: Run): boolean {
  if (one.broken || breaksWithout.test(one.text) || /^\s/u.test(other.text)) return false;
  return !(unspaced.test(one.text.slice(-1)) && unspaced.test(other.text.slice(0, 1)));
}

type Spot = { readonly page: PrintPage; readonly run: Run };

/** At the end of the first line, else, where its font has no space, at the start of the second. */
function insert(
  inserted: ReadonlyMap<PrintPage, Map<number, string>>,
  one: Spot,
  other: Spot,
): void {
  const ending = spaceOf(one);
  if (ending !== undefined) {
    inserted.get(one.page)?.set(one.run.last, ` <${ending}> Tj`);
    return;
  }
  const beginning = spaceOf(other);
  if (beginning === undefined) return;
  inserted.get(other.page)?.set(other.run.first, `<${beginning}> Tj 0 0 Td `);
}

/** The code of the space in a run's font, as it is shown. */
function spaceOf({ page, run }: Spot): string | undefined {
  for (const [code, text] of page.fonts.get(run.font)?.voices[0] ?? []) {
    if (text === ' ') return code.toString(16).padStart(4, '0');
  }
  return undefined;
}
