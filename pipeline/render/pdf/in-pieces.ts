/** Whether a book is printed in pieces, and what is said where it should be and is not. */
import type { EditionContext, KeptPieces, Proof } from '../../model/edition.ts';
import type { Finding } from '../../model/finding.ts';
import { startOf } from '../../model/place.ts';
import { Misfit } from './misfit.ts';
import { type Book, type PrintedBook, piecesPress, wholePress } from './press.ts';
import { type Press, Unsettled } from './settle.ts';

/** Plans of fewer words are printed at once: of less than so much, pieces cost more than they ever save. */
export const fewestWords = 10_000;

/** The browsers, by the number of their version, whose pieces were compared with whole prints. */
const comparedVersions = [156];

/** A book, and what is to be said of how it was printed. */
export interface PrintedInPieces<Print> {
  readonly print: Print;
  readonly findings: readonly Finding[];
}

/**
 * Prints a book in pieces where that pays and can be trusted, else at once. `printWith` does either. The choice depends
 * on the plan and the browser alone, so that the same sources give the same bytes.
 */
export async function printInPieces<Print>(
  book: Book,
  printWith: (pressOf: (proof: Proof) => Press<PrintedBook>) => Promise<Print>,
): Promise<PrintedInPieces<Print>> {
  const { plan, context } = book;
  const atOnce = () => printWith((proof) => wholePress(book, proof));
  if (plan.goals.length < 2 || plan.words < fewestWords) {
    return { print: await atOnce(), findings: [] };
  }
  const version = await context.printer.version();
  if (!comparedVersions.includes(majorOf(version))) {
    const why = `the browser is ${version}, whose pieces were not compared with whole prints yet`;
    return { print: await atOnce(), findings: [atOnceFinding(plan.slug, why)] };
  }
  const kept = keptFor(context);
  try {
    return { print: await printWith((proof) => piecesPress(book, proof, kept)), findings: [] };
  } catch (error) {
    if (!(error instanceof Misfit || error instanceof Unsettled)) throw error;
    const why =
      error instanceof Misfit ? error.message : 'its pages did not come to stand in pieces';
    return { print: await atOnce(), findings: [atOnceFinding(plan.slug, why)] };
  }
}

/** The number before the first point of `HeadlessChrome/156.0.8078.79`. */
function majorOf(version: string): number {
  return Number(/\/(\d+)\./u.exec(version)?.[1]);
}

/** What earlier builds printed, else what this one does: a book may be printed more than once. */
function keptFor({ pieces }: EditionContext): KeptPieces {
  if (pieces) return pieces;
  const known = new Map<string, Uint8Array>();
  return { read: (key) => known.get(key), write: (key, bytes) => known.set(key, bytes) };
}

function atOnceFinding(slug: string, why: string): Finding {
  return {
    severity: 'info',
    rule: 'print/at-once',
    message: `The book was printed at once, not piece by piece: ${why}. It is right, and took longer.`,
    place: startOf(`${slug}.pdf`),
    help: 'Nothing has to be done.',
    related: [],
  };
}
