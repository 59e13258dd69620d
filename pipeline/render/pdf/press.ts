/** Prints the book that a layout makes: at once, or in pieces, of which only those that changed are printed. */
import type { EditionContext, KeptPieces, Proof } from '../../model/edition.ts';
import { hashOf, sha256Of } from '../../model/hash.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { usualSheet } from '../../model/sheet.ts';
import type { Fragment } from '../../pdf/fragment.ts';
import { own } from '../print-places.ts';
import { type BookPiece, type BookText, bookPieces, wholeBook } from './book-html.ts';
import { checkPrint, printedSize } from './check-print.ts';
import { readDestinations } from './destinations.ts';
import type { fixedFiles } from './files.ts';
import { type FinishMeta, finish } from './finish/finish.ts';
import { readPrint } from './finish/read-print.ts';
import { finishMeta } from './finish-meta.ts';
import { noteChapters } from './footnotes.ts';
import { blankPages, type Layout } from './layout.ts';
import { Misfit } from './misfit.ts';
import { type PrintedPiece, placePiece, printPieces, withoutLead } from './print-pieces.ts';
import { onScreen } from './screen-pieces.ts';
import type { Press, Printed } from './settle.ts';

/** A book that is printed. */
export interface PrintedBook extends Printed {
  /** Its finished pages. Raises `ToolError` where a page is not as it should be, `Misfit` where pieces do not fit. */
  fragments(): Promise<readonly Fragment[]>;
}

/** A book to be printed. */
export interface Book {
  readonly plan: ResolvedPlan;
  readonly context: EditionContext;
  readonly files: ReturnType<typeof fixedFiles>;
  textOf(layout: Layout): BookText;
}

/** Prints all of it at once. */
export function wholePress(book: Book, proof: Proof): Press<PrintedBook> {
  const { context } = book;
  const htmlOf = (layout: Layout) => wholeBook(book.textOf(layout), context);
  return {
    steps: () => [],
    place: (layout) => proof.place(htmlOf(layout)),
    async print(layout, tagged) {
      const bytes = await proof.print(htmlOf(layout), tagged);
      const fragments = async () => [
        await fragmentOf(book, bytes, {
          blanks: blankPages(layout),
          leads: false,
          meta: finishMeta(book.plan, layout, noteChapters(book.plan), context, 'id'),
        }),
      ];
      return { places: readDestinations(bytes), fragments };
    },
  };
}

/** Prints piece by piece. */
export function piecesPress(book: Book, proof: Proof, kept: KeptPieces): Press<PrintedBook> {
  const { context } = book;
  const inputs = hashOf(
    context.version,
    [...book.files].map(([path, { bytes }]) => [path, sha256Of(bytes)]),
  );
  const { steps, place } = onScreen(book.textOf, context, (html) =>
    placePiece(html, kept, inputs, proof.place),
  );
  return {
    steps,
    place,
    async print(layout) {
      const pieces = bookPieces(book.textOf(layout), context);
      const made = await printPieces(pieces, kept, {
        inputsOf(piece) {
          const meta = pieceMeta(book, layout, piece);
          return hashOf(inputs, { ...meta, notes: [...meta.notes] });
        },
        print: ({ html }, meanwhile) => proof.print(html, true, meanwhile),
        async finish(piece, bytes): Promise<PrintedPiece> {
          const { first, pageCount, leads } = piece;
          const places = withoutLead(readDestinations(bytes), leads);
          if (places.pageCount !== pageCount) return { places, fragment: undefined };
          const blanks = new Set([...blankPages(layout)].map((page) => page - first));
          const meta = pieceMeta(book, layout, piece);
          return { places, fragment: await fragmentOf(book, bytes, { blanks, leads, meta }) };
        },
      });
      return { places: made.places, fragments: async () => fitting(made.pieces) };
    },
  };
}

/** The fragments of pieces that stand as they should. */
function fitting(pieces: readonly PrintedPiece[]): readonly Fragment[] {
  const fragments = pieces.flatMap(({ fragment }) => fragment ?? []);
  if (fragments.length < pieces.length)
    throw new Misfit('a piece has not as many pages as it had on the screen');
  const names = new Set(
    fragments.flatMap(({ destinations }) => destinations.map(([name]) => name)),
  );
  for (const { links } of fragments) {
    const lost = links.find((name) => !names.has(name));
    if (lost !== undefined) throw new Misfit(`a link leads to ${lost}, which is nowhere`);
  }
  return fragments;
}

/** A print, or the piece of one, checked and finished. */
async function fragmentOf(
  { context }: Book,
  bytes: Uint8Array,
  { blanks, leads, meta }: Finishing,
): Promise<Fragment> {
  const opened = await readPrint(bytes);
  const print = leads ? { ...opened, pages: opened.pages.slice(1) } : opened;
  const size = printedSize(context.sheet ?? usualSheet);
  checkPrint(print, { size, blanks, fonts: context.fonts });
  return finish(print, meta);
}

/** What is known of a print that is to be finished. */
interface Finishing {
  readonly blanks: ReadonlySet<number>;
  /** Whether its first page does not belong to it. */
  readonly leads: boolean;
  readonly meta: FinishMeta;
}

/** What a piece is finished with: of the notes those that it links to. */
function pieceMeta(book: Book, layout: Layout, { name, links }: BookPiece): FinishMeta {
  const { plan, context } = book;
  const here = name === own.cover ? own.about : name;
  const chapters = noteChapters(plan).filter(({ anchor }) => anchor === here);
  // In hexadecimal no name ends a string, and none is how another with its colon begins.
  const idPrefix = `${Buffer.from(name).toString('hex')}:`;
  const meta = finishMeta(plan, layout, chapters, context, idPrefix);
  return { ...meta, notes: new Set([...meta.notes].filter((anchor) => links.has(anchor))) };
}
