/** Lays out and prints a book piece by piece: those that were printed before, by this build or an earlier one, are not printed again. */
import type { KeptPieces, Places } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import type { Fragment } from '../../pdf/fragment.ts';
import type { BookPiece } from './book-html.ts';
import { decodePiece, encodePiece } from './piece-bytes.ts';
import type { Printed } from './settle.ts';

/** A piece that was printed. */
export interface PrintedPiece {
  /** Of its own pages, without the blank one that leads. */
  readonly places: Places;
  /** Undefined where it has not as many pages as it should, so that it will not stand. */
  readonly fragment: Fragment | undefined;
}

/** A book in pieces. */
export interface PrintedPieces extends Printed {
  readonly pieces: readonly PrintedPiece[];
}

/** What prints and finishes one piece. */
export interface PiecePrinter {
  /** Stands for everything that goes into the piece, beside its HTML. */
  inputsOf(piece: BookPiece): string;
  /** `meanwhile` is done while the browser prints. */
  print(piece: BookPiece, meanwhile: () => Promise<void>): Promise<Uint8Array>;
  finish(piece: BookPiece, print: Uint8Array): Promise<PrintedPiece>;
}

/** Lays out on the screen what was not laid out before. `inputs` stand for what goes into every piece beside its HTML. */
export async function placePieces(
  pieces: readonly BookPiece[],
  kept: KeptPieces,
  inputs: string,
  place: (piece: BookPiece) => Promise<Places>,
): Promise<Places> {
  const placed: PrintedPiece[] = [];
  for (const piece of pieces) {
    const key = hashOf('places', withoutMargins(piece.html), piece.leads, inputs);
    const before = decodePiece(kept.read(key));
    const now = before ?? {
      places: withoutLead(await place(piece), piece.leads),
      fragment: undefined,
    };
    if (!before) kept.write(key, encodePiece(now));
    placed.push(now);
  }
  return placesOfAll(placed);
}

/** The document without the texts of its margins, which move nothing. */
function withoutMargins(html: string): string {
  return html.replace(/<style>.*?<\/style>/su, '');
}

/** Prints what is not known yet. While the browser prints a piece, the one before is finished. */
export async function printPieces(
  pieces: readonly BookPiece[],
  kept: KeptPieces,
  printer: PiecePrinter,
): Promise<PrintedPieces> {
  const printed = new Map<BookPiece, PrintedPiece>();
  let finishLast: () => Promise<void> = async () => undefined;
  for (const piece of pieces) {
    const { html, name, pageCount, leads } = piece;
    const key = hashOf(html, name, pageCount, leads, printer.inputsOf(piece));
    const before = decodePiece(kept.read(key));
    if (before) {
      printed.set(piece, before);
      continue;
    }
    const print = await printer.print(piece, finishLast);
    await finishLast();
    finishLast = once(async () => {
      const now = await printer.finish(piece, print);
      kept.write(key, encodePiece(now));
      printed.set(piece, now);
    });
  }
  await finishLast();
  const inOrder = pieces.flatMap((piece) => printed.get(piece) ?? []);
  return { pieces: inOrder, places: placesOfAll(inOrder) };
}

/** A browser that crashes prints twice, and so asks twice. */
function once(work: () => Promise<void>): () => Promise<void> {
  let working: Promise<void> | undefined;
  return () => {
    working ??= work();
    return working;
  };
}

/** Where everything stands in a piece; with `leads` its first page is not counted. */
export function withoutLead(places: Places, leads: boolean): Places {
  if (!leads) return places;
  return {
    ...places,
    pageCount: places.pageCount - 1,
    pages: new Map([...places.pages].map(([anchor, page]) => [anchor, page - 1])),
    turned: new Set([...places.turned].map((page) => page - 1)),
  };
}

/** Where everything stands in the book. */
function placesOfAll(pieces: readonly PrintedPiece[]): Places {
  const pages = new Map<string, number>();
  const offsets = new Map<string, number>();
  const turned = new Set<number>();
  let pageCount = 0;
  for (const { places } of pieces) {
    for (const [anchor, page] of places.pages) pages.set(anchor, pageCount + page);
    for (const [anchor, offset] of places.offsets) offsets.set(anchor, offset);
    for (const page of places.turned) turned.add(pageCount + page);
    pageCount += places.pageCount;
  }
  return { pageCount, pages, offsets, turned };
}
