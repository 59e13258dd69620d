/** Which notes stand at the foot of which page. Those that are not among them stand at the end of their section. */
import type { Note, ResolvedPlan } from '../../model/resolved.ts';
import { own } from '../print-places.ts';
import type { PageArea } from './area.ts';
import type { Destinations } from './destinations.ts';
import { freeCalls } from './free-calls.ts';

/** Where a note stands. */
export interface Foot {
  /** The page, from 0, where its chapter's first is 0. */
  readonly page: number;
  /** In points of the style sheet. */
  readonly height: number;
}

/** Notes by their anchors. */
export type Feet = ReadonlyMap<string, Foot>;

/** What starts on a page of its own, and the notes that may stand at the foot of its pages, in order. */
export interface NoteChapter {
  readonly anchor: string;
  readonly notes: readonly Pick<Note, 'anchor' | 'calls'>[];
}

/** The rule above the notes of a page, with what is around it, in points. */
export const footHead = 22.5;
/** A foot ends so much above the page's end, so that no rounding puts it on the next page. */
export const footSlack = 1.5;
/** A line of text. */
const line = 15;
/** The most of a page that its notes may fill. */
const most = 0.6;

/** Notes that are called in a table stay out: the table would have to make room for them, and take the call along. */
export function noteChapters(plan: ResolvedPlan): readonly NoteChapter[] {
  const free = freeCalls(plan);
  const chapter = (anchor: string, notes: readonly Note[]) => ({
    anchor,
    notes: notes.filter(({ calls: [first] }) => first !== undefined && free.has(first)),
  });
  return [
    chapter(own.about, plan.notes),
    ...plan.goals.map((goal) =>
      chapter(
        goal.anchor,
        [goal, ...goal.sections].flatMap(({ notes }) => notes),
      ),
    ),
  ];
}

/** The id of what stands at the end of a note and tells how high it is. No anchor of a plan has a colon. */
export function noteEnd(anchor: string): string {
  return `${endMark}${anchor}`;
}

export function isNoteEnd(anchor: string): boolean {
  return anchor.startsWith(endMark);
}

const endMark = 'end:';

/**
 * The feet that the next print should have, after the print of a pass. A note stands on the page of its first call, or is
 * carried over to the next one. After the first two prints each chapter is filled from what they show, but for one where
 * few notes are carried over, or that stands as the last build left it; after the third, notes move by a page, or a chapter far from right has them at the
 * ends of its sections; from then on they stay.
 */
export function nextFeet(
  chapters: readonly NoteChapter[],
  printed: Destinations,
  before: Feet,
  area: PageArea,
  pass: number,
): Feet {
  if (pass > lastChange) return before;
  return new Map(
    chapters.flatMap((chapter) => {
      const start = printed.pages.get(chapter.anchor);
      if (start === undefined) return [];
      const known = chapter.notes.flatMap(({ anchor, calls: [call = ''] }) => {
        const foot = before.get(anchor);
        const pageOf = (one: string) => (printed.pages.get(one) ?? -1) - start;
        return foot ? [{ anchor, foot, called: pageOf(call), stands: pageOf(anchor) }] : [];
      });
      const isEmpty = known.length === 0 && chapter.notes.length > 0;
      const early = known.filter(({ foot, called }) => called > foot.page);
      const holds = early.length === 0 && known.every(isNear) && !isEmpty;
      const carried = known.filter(({ foot, called }) => called < foot.page);
      const isGood = pass === 1 || carried.length * few <= known.length;
      if (holds && isGood) return known.map(({ anchor, foot }) => [anchor, foot] as const);
      if (pass < lastChange) return fill(chapter, start, printed, before, area);
      if (!known.every((one) => isNear(one) || one.called === one.foot.page + 1)) return [];
      let latest = 0;
      return known.map(({ anchor, foot, called }) => {
        latest = Math.max(latest, foot.page, called);
        return [anchor, { ...foot, page: latest }] as const;
      });
    }),
  );
}

/** One note of so many may be carried over without another try. */
const few = 4;

/** After so many prints notes change their places for the last time. */
export const lastChange = 3;

function isNear(one: { readonly foot: Foot; readonly called: number; readonly stands: number }) {
  const { foot, called, stands } = one;
  return stands === foot.page && called <= foot.page && called >= foot.page - 1;
}

/** Fills the pages of a chapter, as if its text could be broken anywhere. */
function fill(
  chapter: NoteChapter,
  start: number,
  printed: Destinations,
  before: Feet,
  area: PageArea,
): readonly (readonly [string, Foot])[] {
  const reserved = reserves(chapter.notes.flatMap(({ anchor }) => before.get(anchor) ?? []));
  const heightOf = (page: number) => area.heightOf(printed, start + page);
  /** How far down the chapter's pages a spot of the print is, feet left out. */
  const depthOf = (anchor: string): number | undefined => {
    const spot = area.spotOf(printed, anchor);
    if (spot === undefined) return undefined;
    let depth = spot.offset;
    for (let page = 0; page < spot.page - start; page += 1) {
      depth += heightOf(page) - (reserved.get(page) ?? 0);
    }
    return depth;
  };
  const notes = chapter.notes.flatMap(({ anchor, calls: [call = ''] }) => {
    const called = depthOf(call);
    const stands = depthOf(anchor);
    const height = area.between(printed, anchor, noteEnd(anchor));
    if (called === undefined || stands === undefined || height === undefined) return [];
    return [{ anchor, called, stands, height }];
  });
  const atEnds = notes.filter(({ anchor }) => !before.has(anchor));
  /** How much text stands before a note's call: notes at the ends of sections above it will go. */
  const textBefore = (called: number) =>
    atEnds.reduce((text, { stands, height }) => (stands < called ? text - height : text), called);
  const feet: (readonly [string, Foot])[] = [];
  const taken = new Map<number, number>();
  const room = (page: number) => heightOf(page) - (taken.get(page) ?? 0);
  let page = 0;
  let begin = 0;
  let latest = 0;
  for (const { anchor, called, height } of notes) {
    const end = textBefore(called) + line;
    while (end > begin + room(page)) {
      begin += room(page);
      page += 1;
    }
    const fits = (at: number) => {
      const more = height + (taken.has(at) ? 0 : footHead);
      const stays = at > page || end <= begin + room(at) - more;
      return stays && (taken.get(at) ?? 0) + more <= heightOf(at) * most;
    };
    const at = [page, page + 1].find((one) => one >= latest && fits(one));
    if (at === undefined) continue;
    latest = at;
    taken.set(at, (taken.get(at) ?? footHead) + height);
    feet.push([anchor, { page: at, height }]);
  }
  return feet;
}

/** What the notes of each page take. */
function reserves(feet: readonly Foot[]): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  for (const { page, height } of feet) taken.set(page, (taken.get(page) ?? footHead) + height);
  return taken;
}

/** A page's notes, and the room before them. */
export interface FootPlace {
  /** From the foot before, or the chapter's start, in points. */
  readonly space: number;
  readonly height: number;
  /** Anchors, in order. */
  readonly notes: readonly string[];
}

/** The feet of a chapter one after another; `heightOf` gives the text's height on a page of the chapter. */
export function footPlaces(
  { notes }: NoteChapter,
  feet: Feet,
  heightOf: (page: number) => number,
): readonly FootPlace[] {
  const pages = new Map<number, string[]>();
  for (const { anchor } of notes) {
    const page = feet.get(anchor)?.page;
    if (page !== undefined) pages.set(page, [...(pages.get(page) ?? []), anchor]);
  }
  const places: FootPlace[] = [];
  let done = 0;
  let sum = 0;
  let page = 0;
  for (const [at, anchors] of [...pages].sort(([one], [other]) => one - other)) {
    for (; page <= at; page += 1) sum += heightOf(page);
    const height = anchors.reduce((total, one) => total + (feet.get(one)?.height ?? 0), footHead);
    places.push({ space: sum - footSlack - height - done, height, notes: anchors });
    done = sum - footSlack;
  }
  return places;
}
