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

/** Lays a piece out on the screen, unless that was done before. `inputs` stand for what goes into it beside its HTML. */
export async function placePiece(
  html: string,
  kept: KeptPieces,
  inputs: string,
  place: (html: string) => Promise<Places>,
): Promise<Places> {
  const key = hashOf('places', html, inputs);
  const before = decodePiece(kept.read(key));
  if (before) return before.places;
  const places = await place(html);
  kept.write(key, encodePiece({ places, fragment: undefined }));
  return places;
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
  return { pieces: inOrder, places: placesOfAll(inOrder.map(({ places }) => places)) };
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

/** Where everything stands in the book that pieces make one after another. */
export function placesOfAll(pieces: readonly Places[]): Places {
  const pages = new Map<string, number>();
  const offsets = new Map<string, number>();
  const turned = new Set<number>();
  let pageCount = 0;
  for (const places of pieces) {
    for (const [anchor, page] of places.pages) pages.set(anchor, pageCount + page);
    for (const [anchor, offset] of places.offsets) offsets.set(anchor, offset);
    for (const page of places.turned) turned.add(pageCount + page);
    pageCount += places.pageCount;
  }
  return { pageCount, pages, offsets, turned };
}
