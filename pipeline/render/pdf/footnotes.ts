/** Which notes stand at the foot of which page. Those that are not among them stand at the end of their section. */
import type { Places } from '../../model/edition.ts';
import type { Note, ResolvedPlan } from '../../model/resolved.ts';
import { own } from '../print-places.ts';
import type { PageArea } from './area.ts';
import { freeCalls } from './free-calls.ts';

/** Where a note stands. */
export interface Foot {
  /** The page, from 0, where its chapter's first is 0. */
  readonly page: number;
  /** In points of the style sheet. */
  readonly height: number;
  /** The first page that it may stand on: on those before, it was found to push its own call away. */
  readonly from?: number;
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
 * The feet that the next round should have. A note stands on the page of its first call, or is carried over to the next
 * one. In each chapter the notes before the first that stands wrong stay, and the pages from there on are filled anew
 * from where the text stands now.
 */
export function nextFeet(chapters: readonly NoteChapter[], shown: Shown): Feet {
  return new Map(
    columnsOf(chapters, shown).flatMap((column) => {
      const wrong = firstWrong(column);
      return wrong === undefined ? kept(column.notes) : refill(column, wrong);
    }),
  );
}

/**
 * The feet without those of chapters in which a note stands away from its foot, the foot from the note's call, or text
 * over a foot.
 */
export function nearFeet(chapters: readonly NoteChapter[], shown: Shown): Feet {
  return new Map(
    columnsOf(chapters, shown).flatMap(({ notes, isCovered }) => {
      const isNear = ({ foot, call, stands }: PlacedNote) =>
        !foot ||
        (stands === foot.page &&
          call.page <= foot.page &&
          call.page >= foot.page - 1 &&
          !isCovered(foot.page));
      return notes.every(isNear) ? kept(notes) : [];
    }),
  );
}

/** Whether no text stands over a foot. */
export function areClear(chapters: readonly NoteChapter[], shown: Shown): boolean {
  return columnsOf(chapters, shown).every(({ notes, isCovered }) =>
    notes.every(({ foot }) => !foot || !isCovered(foot.page)),
  );
}

/** A print, or a round on the screen: where everything stands in it, and the feet that it has. */
export interface Shown {
  readonly places: Places;
  readonly feet: Feet;
  readonly area: PageArea;
  /** How low text stands on a page, in points of the style sheet from the top of its area; 0 where there is none. */
  lowestText(page: number): number;
}

/** A note as it is laid out. Pages are counted from its chapter's first. */
interface PlacedNote {
  readonly anchor: string;
  readonly call: { readonly page: number; readonly offset: number };
  readonly stands: number;
  readonly height: number;
  /** Undefined where it stands at the end of its section. */
  readonly foot: Foot | undefined;
}

/** A chapter as it is laid out. */
interface Column {
  /** In the order of their calls. */
  readonly notes: readonly PlacedNote[];
  heightOf(page: number): number;
  /** What the notes at the foot of a page take. */
  takenOf(page: number): number;
  /** Whether text stands over the notes at the foot of a page. */
  isCovered(page: number): boolean;
  /** How far down the chapter's text a spot is, feet left out. */
  depthOf(page: number, offset: number): number;
}

function columnsOf(chapters: readonly NoteChapter[], shown: Shown): readonly Column[] {
  return chapters.flatMap((chapter) => {
    const start = shown.places.pages.get(chapter.anchor);
    return start === undefined ? [] : [columnOf(chapter, start, shown)];
  });
}

function columnOf(
  chapter: NoteChapter,
  start: number,
  { places, feet, area, lowestText }: Shown,
): Column {
  const notes = chapter.notes.flatMap(({ anchor, calls: [first = ''] }): PlacedNote[] => {
    const call = area.spotOf(places, first);
    const at = area.spotOf(places, anchor);
    const height = area.between(places, anchor, noteEnd(anchor));
    if (call === undefined || at === undefined || height === undefined) return [];
    const foot = feet.get(anchor);
    const spot = { page: call.page - start, offset: call.offset };
    return [{ anchor, call: spot, stands: at.page - start, height, foot }];
  });
  const taken = reserves(notes.flatMap(({ foot }) => foot ?? []));
  const heightOf = (page: number) => area.heightOf(places, start + page);
  const takenOf = (page: number) => taken.get(page) ?? 0;
  return {
    notes: notes.sort((a, b) => a.call.page - b.call.page || a.call.offset - b.call.offset),
    heightOf,
    takenOf,
    isCovered: (page) =>
      takenOf(page) > 0 &&
      lowestText(start + page) + line > heightOf(page) - takenOf(page) + footHead,
    depthOf(page, offset) {
      let depth = offset;
      for (let above = 0; above < page; above += 1) depth += heightOf(above) - takenOf(above);
      return depth;
    },
  };
}

function kept(notes: readonly PlacedNote[]): readonly (readonly [string, Foot])[] {
  return notes.flatMap(({ anchor, foot }) => (foot ? [[anchor, foot] as const] : []));
}

/** Where the notes have to be placed anew. */
interface Wrong {
  /** The index of the first note that is. */
  readonly at: number;
  /** The first page that this one may stand on. */
  readonly from: number;
}

function firstWrong({ notes, heightOf, takenOf, isCovered }: Column): Wrong | undefined {
  if (notes.every(({ foot }) => foot === undefined)) return { at: 0, from: 0 };
  let latest = 0;
  for (const [at, { call, foot, stands, height }] of notes.entries()) {
    if (foot === undefined) continue;
    const { page, from = 0 } = foot;
    if (call.page > page || isCovered(page)) {
      // Whichever note of the page is its last one, its room is what pushes the text on.
      const last = notes.findLastIndex((note) => note.foot?.page === page);
      return { at: last, from: page + 1 };
    }
    const earliest = Math.max(call.page, latest, from);
    const more = height + (takenOf(earliest) > 0 ? 0 : footHead);
    const fits =
      takenOf(earliest) + more <= heightOf(earliest) * most &&
      (earliest > call.page || call.offset + line + takenOf(earliest) + more <= heightOf(earliest));
    if (stands !== page || call.page < page - 1 || (earliest < page && fits)) return { at, from };
    latest = page;
  }
  return undefined;
}

/** Fills the pages of a chapter from a note on, as if its text could be broken anywhere. */
function refill(
  { notes, heightOf, depthOf }: Column,
  { at: first, from }: Wrong,
): readonly (readonly [string, Foot])[] {
  const stay = notes.slice(0, first);
  const taken = new Map(reserves(stay.flatMap(({ foot }) => foot ?? [])));
  const room = (page: number) => heightOf(page) - (taken.get(page) ?? 0);
  const atEnds = notes.filter(({ foot }) => foot === undefined);
  /** How much text stands before a note's call: notes at the ends of sections above it will go. */
  const depthTo = ({ call }: PlacedNote) => {
    const depth = depthOf(call.page, call.offset);
    return atEnds.reduce(
      (text, { stands, height }) => (stands < call.page ? text - height : text),
      depth,
    );
  };
  const feet = [...kept(stay)];
  const [start] = notes.slice(first);
  let page = Math.min(start?.call.page ?? 0, start?.foot?.page ?? Number.POSITIVE_INFINITY);
  let begin = depthOf(page, 0);
  let latest = Math.max(from, feet.at(-1)?.[1].page ?? 0);
  for (const note of notes.slice(first)) {
    const end = depthTo(note) + line;
    while (end > begin + room(page)) {
      begin += room(page);
      page += 1;
    }
    const fits = (at: number) => {
      const more = note.height + (taken.has(at) ? 0 : footHead);
      const stays = at > page || end <= begin + room(at) - more;
      return stays && (taken.get(at) ?? 0) + more <= heightOf(at) * most;
    };
    const at = [page, page + 1].find((one) => one >= latest && fits(one));
    if (at === undefined) continue;
    latest = at;
    taken.set(at, (taken.get(at) ?? footHead) + note.height);
    const after = note === start && from > 0 ? { from } : {};
    feet.push([note.anchor, { page: at, height: note.height, ...after }]);
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
