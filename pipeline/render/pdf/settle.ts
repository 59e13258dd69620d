/** Lays a book out, and prints it, until every number in the print is the number of the page it names. */
import type { Places } from '../../model/edition.ts';
import { ToolError } from '../../model/errors.ts';
import type { Feet } from './footnotes.ts';
import { difference, type Layout, nextLayout, sameFeet, unknownLayout } from './layout.ts';

/** How often a book is laid out on the screen at most. Real ones take three rounds to eight. */
const mostRounds = 24;
/** How often it is printed at most. Real ones take one print. */
const mostPasses = 5;
/** After so many prints notes only go from the feet to the ends of sections. */
const lastChange = 3;

/** A print, of the book at once or piece by piece, and where everything stands in it. */
export interface Printed {
  readonly places: Places;
}

/** Tells where everything stands with a layout. */
export type Place = (layout: Layout) => Promise<Places>;

/** What shows the book with the numbers and the notes of a layout. */
export interface Press<Print extends Printed> {
  /** Lays it out without printing it. */
  readonly place: Place;
  /** Lays it out piece by piece, each after those before it, which stay as they were; none where it has no pieces. */
  steps(): readonly Place[];
  print(layout: Layout, tagged: boolean): Promise<Print>;
}

/** Which notes stand at the feet of which pages. */
export interface NotePlaces {
  /** The feet that the next round should have, from where this one shows everything. */
  next(places: Places, before: Feet): Feet;
  /** The same where all stands right, with less at feet that text stands over. */
  clearing(places: Places, before: Feet): Feet;
  /** Those of the feet that may stay whatever comes. */
  near(places: Places, before: Feet): Feet;
  /** Whether no text stands over the feet. */
  areClear(places: Places, feet: Feet): boolean;
}

/** A print whose numbers are right. */
export interface Settled<Print extends Printed> {
  readonly print: Print;
  readonly layout: Layout;
}

/** The book's pages move each time that their numbers are filled in. */
export class Unsettled extends ToolError {}

/**
 * Lays the book out with the numbers of the layout that the round before had, until it comes out as assumed, and prints
 * it. The print decides: where something stands elsewhere in it than on the screen, it is printed again in the same
 * way. `start` is the layout of the last build, and stands where it still holds. `chapters` are the anchors that open
 * on the right. Raises `Unsettled` where it does not settle, naming what keeps moving.
 */
export async function settle<Print extends Printed>(
  press: Press<Print>,
  chapters: readonly string[],
  nameOf: (anchor: string) => string,
  notes: NotePlaces,
  start?: Layout,
): Promise<Settled<Print>> {
  let layout =
    start && (await holds(press, chapters, start)) ? start : await layOut(press, chapters, notes);
  let likely = true;
  let moving = '';
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    const print = await press.print(layout, likely);
    const { places } = print;
    const stands = nextLayout(places, layout, chapters);
    const moved = difference(stands, layout);
    if (moved === undefined && likely && notes.areClear(places, layout.feet)) {
      return { print, layout: stands };
    }
    moving = moved ?? moving;
    const next = { ...stands, feet: feetAfter(pass, places, layout.feet, notes) };
    // New feet move what stands after them, so that this print's numbers cannot hold.
    likely = sameFeet(next, layout) || pass >= lastChange;
    layout = next;
  }
  throw new Unsettled(
    `The page numbers did not settle in ${mostPasses} prints: the page of ${moving === '' ? 'the end of the plan' : `"${nameOf(moving)}"`} changes each time that its number is filled in.`,
    'Change the length of a paragraph near it, or take a reference to it out of the text, and build again.',
  );
}

function feetAfter(pass: number, places: Places, before: Feet, notes: NotePlaces): Feet {
  return pass < lastChange ? notes.clearing(places, before) : notes.near(places, before);
}

async function holds(
  { place }: Pick<Press<Printed>, 'place'>,
  chapters: readonly string[],
  start: Layout,
): Promise<boolean> {
  const stands = nextLayout(await place(start), start, chapters);
  return difference(stands, start) === undefined;
}

/**
 * The layout that the book has on the screen; the last one where it does not settle. A piece is settled before the next
 * one is looked at, as long as the browser has it before it. After that, all of them are looked at together: what moves
 * then are pages that pieces before had to name.
 */
async function layOut(
  { place, steps }: Pick<Press<Printed>, 'place' | 'steps'>,
  chapters: readonly string[],
  notes: NotePlaces,
): Promise<Layout> {
  let layout = unknownLayout;
  for (const step of steps()) {
    const reached = await rounds(step, layout, chapters, notes);
    layout = reached.layout;
    if (!reached.settles) break;
  }
  return (await rounds(place, layout, chapters, notes)).layout;
}

/** Round after round from a layout, until one comes out as assumed. */
async function rounds(
  place: Place,
  start: Layout,
  chapters: readonly string[],
  notes: NotePlaces,
): Promise<{ readonly layout: Layout; readonly settles: boolean }> {
  let layout = start;
  for (let round = 1; round <= mostRounds; round += 1) {
    const places = await place(layout);
    const stands = nextLayout(places, layout, chapters);
    const next = { ...stands, feet: notes.next(places, layout.feet) };
    const isRight = difference(next, layout) === undefined;
    if (isRight && notes.areClear(places, layout.feet)) return { layout: next, settles: true };
    layout = isRight ? { ...stands, feet: notes.clearing(places, layout.feet) } : next;
  }
  return { layout, settles: false };
}
