/** Prints until every number in the print is the number of the page it names. */
import { ToolError } from '../../model/errors.ts';
import { type Destinations, readDestinations } from './destinations.ts';
import { type Feet, lastChange } from './footnotes.ts';
import { difference, type Layout, nextLayout, sameFeet, unknownLayout } from './layout.ts';

/** How often a book is printed at most. Real ones take two prints, rarely three. */
const mostPasses = 5;

/** A print whose numbers are right. */
export interface Settled {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
}

/**
 * Prints with the numbers of the layout that the print before had, until it comes out as assumed. A print that
 * cannot stand, as the first one, goes without tags. With a `start`, the layout of the last build, the first
 * one is tagged, and stands where it still holds. `chapters` are the anchors that open on the right, and
 * `feetOf` tells after each print which notes the next one should have at the feet of its pages.
 * Raises `ToolError` where it does not settle, naming what keeps moving.
 */
export async function settle(
  print: (layout: Layout, tagged: boolean) => Promise<Uint8Array>,
  chapters: readonly string[],
  nameOf: (anchor: string) => string,
  feetOf: (printed: Destinations, before: Feet, pass: number) => Feet,
  start?: Layout,
): Promise<Settled> {
  let layout = start ?? unknownLayout;
  let likely = start !== undefined;
  let moving = '';
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const bytes = await print(layout, likely);
    const printed = readDestinations(bytes);
    const stands = nextLayout(printed, layout, chapters);
    if (pass === 1 && start && difference(stands, start) === undefined) {
      return { bytes, layout: stands };
    }
    const next = { ...stands, feet: feetOf(printed, layout.feet, pass) };
    const moved = difference(next, layout);
    if (moved === undefined && likely) return { bytes, layout: stands };
    moving = moved ?? moving;
    // New feet move what stands after them, so that this print's numbers cannot hold.
    likely = sameFeet(next, layout) || pass >= lastChange;
    layout = next;
  }
  throw new ToolError(
    `The page numbers did not settle in ${mostPasses} prints: the page of ${moving === '' ? 'the end of the plan' : `"${nameOf(moving)}"`} changes each time that its number is filled in.`,
    'Change the length of a paragraph near it, or take a reference to it out of the text, and build again.',
  );
}
