/** Which notes stand at the foot of which page. */
import { expect, test } from 'vitest';
import type { Places } from '../../../pipeline/model/edition.ts';
import { usualSheet } from '../../../pipeline/model/sheet.ts';
import { pageArea } from '../../../pipeline/render/pdf/area.ts';
import {
  areClear,
  type Feet,
  footHead,
  footPlaces,
  footSlack,
  nearFeet,
  nextFeet,
  noteEnd,
  type Shown,
} from '../../../pipeline/render/pdf/footnotes.ts';

const area = pageArea(usualSheet);
/** A page of A4 holds so much, in points. */
const height = 675;
const none: Feet = new Map();

/** A print in which anchors stand on a page, so far down. */
function printed(spots: Record<string, readonly [page: number, offset: number]>): Places {
  const entries = Object.entries(spots);
  return {
    pageCount: 9,
    pages: new Map(entries.map(([anchor, [page]]) => [anchor, page])),
    offsets: new Map(entries.map(([anchor, [, offset]]) => [anchor, offset])),
    turned: new Set(),
  };
}

/** What a print shows, with the feet that it has. */
function shown(places: Places, feet: Feet, lowest: Readonly<Record<number, number>> = {}): Shown {
  return { places, feet, area, lowestText: (page) => lowest[page] ?? 0 };
}

/** A note, with its call and where it stands and ends. */
function note(
  name: string,
  call: readonly [number, number],
  at: readonly [number, number],
  high = 24,
) {
  return { [`${name}c`]: call, [name]: at, [noteEnd(name)]: [at[0], at[1] + high] as const };
}

const chapter = (...names: string[]) => [
  { anchor: 'goal', notes: names.map((anchor) => ({ anchor, calls: [`${anchor}c`] })) },
];

test('a note goes to the foot of the page that calls it', () => {
  const print = printed({ goal: [4, 0], ...note('a', [5, 100], [6, 300]) });
  expect(nextFeet(chapter('a'), shown(print, none))).toEqual(
    new Map([['a', { page: 1, height: 24 }]]),
  );
});

test('where there is no room above it for the call, it is carried over', () => {
  const print = printed({ goal: [4, 0], ...note('a', [4, 650], [6, 300]) });
  expect(nextFeet(chapter('a'), shown(print, none)).get('a')?.page).toBe(1);
});

test('notes keep their order, and leave most of a page to the text', () => {
  const print = printed({
    goal: [0, 0],
    ...note('a', [0, 100], [3, 0], 300),
    ...note('b', [0, 120], [3, 300], 200),
    ...note('c', [0, 140], [3, 500], 12),
  });
  const feet = nextFeet(chapter('a', 'b', 'c'), shown(print, none));
  expect([...feet].map(([name, { page }]) => [name, page])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 1],
  ]);
});

test('one too high for any page stays at the end of its section', () => {
  const print = printed({ goal: [0, 0], ...note('a', [0, 100], [3, 0], 500) });
  expect(nextFeet(chapter('a'), shown(print, none))).toEqual(none);
});

test('notes that stand right stay', () => {
  const before: Feet = new Map([
    ['a', { page: 1, height: 24 }],
    ['b', { page: 2, height: 24 }],
  ]);
  const print = printed({
    goal: [4, 0],
    ...note('a', [5, 100], [5, 640]),
    ...note('b', [5, 640], [6, 640]),
  });
  expect(nextFeet(chapter('a', 'b'), shown(print, before))).toEqual(before);
});

test('a note that was carried over for nothing goes back', () => {
  const before: Feet = new Map([['a', { page: 2, height: 24 }]]);
  const print = printed({ goal: [4, 0], ...note('a', [5, 100], [6, 640]) });
  expect(nextFeet(chapter('a'), shown(print, before)).get('a')?.page).toBe(1);
});

test('one that pushes its call to the next page follows it, and does not come back', () => {
  const before: Feet = new Map([['a', { page: 1, height: 24 }]]);
  const pushed = printed({ goal: [4, 0], ...note('a', [6, 0], [5, 640]) });
  const feet = nextFeet(chapter('a'), shown(pushed, before));
  expect(feet.get('a')).toEqual({ page: 2, height: 24, from: 2 });
  const back = printed({ goal: [4, 0], ...note('a', [5, 600], [6, 640]) });
  expect(nextFeet(chapter('a'), shown(back, feet))).toEqual(feet);
});

test('where a page’s last note pushes the calls of all away, it alone goes', () => {
  const before: Feet = new Map([
    ['a', { page: 1, height: 24 }],
    ['b', { page: 1, height: 24 }],
  ]);
  const print = printed({
    goal: [4, 0],
    ...note('a', [6, 0], [5, 610]),
    ...note('b', [6, 15], [5, 640]),
  });
  const feet = nextFeet(chapter('a', 'b'), shown(print, before));
  expect([...feet].map(([name, { page }]) => [name, page])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('in a chapter where notes stand away from their feet or calls they go to the ends of its sections', () => {
  const before: Feet = new Map([['a', { page: 1, height: 24 }]]);
  const far = printed({ goal: [4, 0], ...note('a', [8, 0], [5, 640]) });
  expect(nearFeet(chapter('a'), shown(far, before))).toEqual(none);
  const near = printed({ goal: [4, 0], ...note('a', [4, 0], [5, 640]) });
  expect(nearFeet(chapter('a'), shown(near, before))).toEqual(before);
});

test('where text stands over a foot its last note goes on; where it may not, all go to the ends', () => {
  const before: Feet = new Map([
    ['a', { page: 1, height: 24 }],
    ['b', { page: 1, height: 24 }],
  ]);
  const print = printed({
    goal: [4, 0],
    ...note('a', [5, 100], [5, 610]),
    ...note('b', [5, 200], [5, 640]),
  });
  const two = chapter('a', 'b');
  const above = shown(print, before, { 5: 602, 6: 660 });
  expect(areClear(two, above)).toBe(true);
  expect(nearFeet(two, above)).toEqual(before);
  const over = shown(print, before, { 5: 613 });
  expect(areClear(two, over)).toBe(false);
  const feet = nextFeet(two, over);
  expect([...feet].map(([name, { page }]) => [name, page])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(nearFeet(two, over)).toEqual(none);
});

test('each foot ends just above the end of its page', () => {
  const feet: Feet = new Map([
    ['a', { page: 0, height: 12 }],
    ['b', { page: 0, height: 24 }],
    ['c', { page: 2, height: 36 }],
  ]);
  const places = footPlaces(
    chapter('a', 'b', 'c')[0] ?? { anchor: '', notes: [] },
    feet,
    () => height,
  );
  let end = 0;
  const ends = places.map((place) => {
    end += place.space + place.height;
    return [place.notes.join(''), place.height - footHead, end + footSlack];
  });
  expect(ends).toEqual([
    ['ab', 36, height],
    ['c', 36, 3 * height],
  ]);
});
