/** Lays a book out on the screen in pieces, two of them side by side. */
import type { EditionContext, Places } from '../../model/edition.ts';
import { type BookText, screenPieces } from './book-html.ts';
import { type Layout, unknownLayout } from './layout.ts';
import { placesOfAll } from './print-pieces.ts';
import type { Press, Printed } from './settle.ts';
import { lanes, sideBySide } from './side-by-side.ts';

/** A book whose pieces are laid out by `place`, each by itself. */
export function onScreen(
  textOf: (layout: Layout) => BookText,
  context: EditionContext,
  place: (name: string, html: string) => Promise<Places>,
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
      const placed = await sideBySide(pieces, ({ name, html }) => place(name, html()));
      const names = pieces.map(({ name }) => name);
      return together(layout, names, placed);
    },
    steps() {
      const names = piecesOf(unknownLayout).map(({ name }) => name);
      const placed: Places[] = [];
      return stepsOf(names.length).map(([start, end]) => async (assumed: Layout) => {
        const pieces = piecesOf(assumed).slice(start, end);
        const now = await sideBySide(pieces, ({ name, html }) => place(name, html()));
        placed.splice(start, end - start, ...now);
        return together(assumed, names.slice(0, end), placed);
      });
    },
  };
}

/** Which pieces settle together: the front matter, which is short, and then as many as there are lanes. */
function stepsOf(pieces: number): readonly (readonly [start: number, end: number])[] {
  const starts = [0];
  for (let start = 1; start < pieces; start += lanes) starts.push(start);
  return starts.map((start, at) => [start, starts[at + 1] ?? pieces]);
}
