/** Lays a book out on the screen piece by piece. */
import type { EditionContext, Places } from '../../model/edition.ts';
import { type BookText, screenPieces } from './book-html.ts';
import { type Layout, unknownLayout } from './layout.ts';
import { placesOfAll } from './print-pieces.ts';
import type { Press, Printed } from './settle.ts';

/** A book whose pieces are laid out by `place`, each by itself. */
export function onScreen(
  textOf: (layout: Layout) => BookText,
  context: EditionContext,
  place: (html: string) => Promise<Places>,
): Pick<Press<Printed>, 'place' | 'steps'> {
  const piecesOf = (layout: Layout) => screenPieces(textOf(layout), context);
  /** Where everything stands in the first pieces, with the blank pages after each that the layout has. */
  const together = (layout: Layout, names: readonly string[], placed: readonly Places[]) =>
    placesOfAll(
      placed.map((places, at) => ({
        ...places,
        pageCount: places.pageCount + (layout.blanks.has(names[at + 1] ?? '') ? 1 : 0),
      })),
    );
  return {
    async place(layout) {
      const pieces = piecesOf(layout);
      const placed: Places[] = [];
      for (const { html } of pieces) placed.push(await place(html()));
      const names = pieces.map(({ name }) => name);
      return together(layout, names, placed);
    },
    steps() {
      const names = piecesOf(unknownLayout).map(({ name }) => name);
      const placed: Places[] = [];
      return names.map((_, at) => async (assumed: Layout) => {
        const piece = piecesOf(assumed)[at];
        if (piece) placed[at] = await place(piece.html());
        return together(assumed, names.slice(0, at + 1), placed);
      });
    },
  };
}
