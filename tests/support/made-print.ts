/** The print of a plan as a build makes it: at once or in pieces, with what earlier builds kept. */
import type {
  EditionContext,
  EditionResult,
  KeptPieces,
  Printer,
} from '../../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { pdfEdition } from '../../pipeline/render/pdf/edition.ts';
import { fewestWords } from '../../pipeline/render/pdf/in-pieces.ts';
import { countedPrinter } from './counted-printer.ts';
import { editionContext } from './edition-context.ts';

/** An edition that was made. */
export interface Made extends EditionResult {
  readonly bytes: Uint8Array;
  /** How often the browser printed. */
  readonly prints: number;
}

/** Makes the edition. `rest` is what a build knows of the one before. */
export async function make(
  plan: ResolvedPlan,
  printer: Printer,
  rest: Partial<EditionContext> = {},
): Promise<Made> {
  let prints = 0;
  const counted = countedPrinter(printer, () => {
    prints += 1;
  });
  const context = await editionContext('en', { printer: counted, ...rest });
  const made = await pdfEdition.render(plan, context);
  return { ...made, bytes: made.artifacts[0]?.bytes ?? new Uint8Array(), prints };
}

/** A plan as if it were so long that it is printed in pieces. */
export const long = (plan: ResolvedPlan): ResolvedPlan => ({ ...plan, words: fewestWords });

/** A plan as if it were so short that it is printed at once. */
export const short = (plan: ResolvedPlan): ResolvedPlan => ({ ...plan, words: 0 });

/** Pieces as a cache keeps them, without the disk. */
export function keptInMemory(): KeptPieces {
  const known = new Map<string, Uint8Array>();
  return { read: (key) => known.get(key), write: (key, bytes) => void known.set(key, bytes) };
}
