/** Lays out and prints a book piece by piece: those that were printed before, by this build or an earlier one, are not printed again. */
import type { KeptPieces, Places } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import type { Fragment } from '../../pdf/fragment.ts';
import type { BookPiece } from './book-html.ts';
import { decodePiece, encodePiece } from './piece-bytes.ts';
import type { Printed } from './settle.ts';
import { sideBySide } from './side-by-side.ts';

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
  place: () => Promise<Places>,
): Promise<Places> {
  const key = hashOf('places', html, inputs);
  const before = decodePiece(kept.read(key));
  if (before) return before.places;
  const places = await place();
  kept.write(key, encodePiece({ places, fragment: undefined }));
  return places;
}

/** Prints what is not known yet, two pieces side by side. While the browser prints, those that it printed are finished. */
export async function printPieces(
  pieces: readonly BookPiece[],
  kept: KeptPieces,
  printer: PiecePrinter,
): Promise<PrintedPieces> {
  const printed = new Map<BookPiece, PrintedPiece>();
  const missing: { readonly piece: BookPiece; readonly key: string }[] = [];
  for (const piece of pieces) {
    const { html, name, pageCount, leads } = piece;
    const key = hashOf(html, name, pageCount, leads, printer.inputsOf(piece));
    const before = decodePiece(kept.read(key));
    if (before) printed.set(piece, before);
    else missing.push({ piece, key });
  }
  const unfinished: (() => Promise<void>)[] = [];
  const finishAll = async () => {
    for (let next = unfinished.shift(); next; next = unfinished.shift()) await next();
  };
  let toCome = missing.length;
  await sideBySide(missing, async ({ piece, key }) => {
    toCome -= 1;
    const print = await printer.print(piece, finishAll);
    unfinished.push(async () => {
      const now = await printer.finish(piece, print);
      kept.write(key, encodePiece(now));
      printed.set(piece, now);
    });
    // Else the next print is under way first.
    if (toCome === 0) await finishAll();
  });
  const inOrder = pieces.flatMap((piece) => printed.get(piece) ?? []);
  return { pieces: inOrder, places: placesOfAll(inOrder.map(({ places }) => places)) };
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
