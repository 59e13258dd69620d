/** When a book's page numbers are right, and what is said when they never are. */
import { expect, test } from 'vitest';
import type { Places } from '../../../pipeline/model/edition.ts';
import type { Feet } from '../../../pipeline/render/pdf/footnotes.ts';
import { type Layout, unknownLayout } from '../../../pipeline/render/pdf/layout.ts';
import { type Press, type Printed, settle } from '../../../pipeline/render/pdf/settle.ts';

const noNotes = {
  next: () => new Map(),
  clearing: () => new Map(),
  near: () => new Map(),
  areClear: () => true,
};

/** Where everything stands in so many pages. */
function placesOf(pageCount: number, pages: Record<string, number>): Places {
  return {
    pageCount,
    pages: new Map(Object.entries(pages)),
    offsets: new Map(),
    turned: new Set(),
  };
}

/** What shows a book that stands as `at` says, on the screen and in the print. */
function press(
  at: (layout: Layout) => readonly [pageCount: number, pages: Record<string, number>],
) {
  const asked: string[] = [];
  const shown: Press<Printed> = {
    steps: () => [],
    async place(layout) {
      asked.push('laid out');
      return placesOf(...at(layout));
    },
    async print(layout, tagged) {
      asked.push(tagged ? 'tagged' : 'untagged');
      return { places: placesOf(...at(layout)) };
    },
  };
  return { shown, asked };
}

test('laid out until nothing moves, and printed once', async () => {
  const { shown, asked } = press(({ blanks }) =>
    blanks.has('one') ? [4, { one: 2 }] : [3, { one: 1 }],
  );
  const { layout } = await settle(shown, ['one'], String, noNotes);
  expect(asked).toEqual(['laid out', 'laid out', 'tagged']);
  expect(layout.anchors.get('one')).toBe(2);
});

const start = {
  ...unknownLayout,
  pageCount: 4,
  anchors: new Map([['one', 2]]),
  blanks: new Set(['one']),
};

test('laid out once where the layout of the last build still holds', async () => {
  const { shown, asked } = press(() => [4, { one: 2 }]);
  await settle(shown, ['one'], String, noNotes, start);
  expect(asked).toEqual(['laid out', 'tagged']);
});

test('from the beginning where it does not: what was built before leaves no trace', async () => {
  const at = ({ blanks }: Layout) =>
    blanks.has('one') ? ([6, { one: 4 }] as const) : ([5, { one: 3 }] as const);
  const [cold, warm] = [press(at), press(at)];
  const made = await settle(cold.shown, ['one'], String, noNotes);
  expect(await settle(warm.shown, ['one'], String, noNotes, start)).toEqual(made);
  expect(warm.asked).toEqual(['laid out', ...cold.asked]);
});

test('the print decides: what stands elsewhere in it is printed again', async () => {
  const { shown, asked } = press(() => [3, { one: 1 }]);
  const print = (_: Layout, tagged: boolean) => {
    asked.push(tagged ? 'tagged' : 'untagged');
    return Promise.resolve({ places: placesOf(4, { one: 2 }) });
  };
  const { layout } = await settle({ ...shown, print }, [], String, noNotes);
  expect(asked).toEqual(['laid out', 'laid out', 'tagged', 'tagged']);
  expect(layout.anchors.get('one')).toBe(2);
});

test('a reference that moves with its own number is named, after five prints', async () => {
  let count = 0;
  const { shown, asked } = press(() => {
    count += 1;
    return [4, { one: 1 + (count % 2) }];
  });
  await expect(settle(shown, [], () => '3.13 Russia', noNotes)).rejects.toThrow(
    'The page numbers did not settle in 5 prints: the page of "3.13 Russia" changes each time that its number is filled in.',
  );
  expect(asked.filter((one) => one !== 'laid out')).toHaveLength(5);
});

test('notes follow the text, and a print whose notes will move goes without tags', async () => {
  const { shown, asked } = press(() => [3, { one: 1 }]);
  const notes = {
    next: (_: unknown, before: Feet) => new Map([['note', { page: 1, height: 12 + before.size }]]),
    // As if the print showed something that the screen did not.
    clearing: (_: unknown, before: Feet) =>
      new Map([['note', { page: asked.includes('tagged') ? 2 : 1, height: 12 + before.size }]]),
    near: (_: unknown, before: Feet) => before,
    areClear: () => true,
  };
  const print = (_: Layout, tagged: boolean) => {
    asked.push(tagged ? 'tagged' : 'untagged');
    return Promise.resolve({ places: placesOf(3, { one: 2 }) });
  };
  const { layout } = await settle({ ...shown, print }, [], String, notes);
  expect(asked.filter((one) => one !== 'laid out')).toEqual(['tagged', 'untagged', 'tagged']);
  expect(layout.feet.get('note')?.page).toBe(2);
});

test('a print with text over its notes does not stand, and in the end they go', async () => {
  const { shown, asked } = press(() => [3, { one: 1 }]);
  const foot = new Map([['note', { page: 1, height: 24 }]]);
  const notes = {
    next: () => foot,
    clearing: () => foot,
    near: () => new Map(),
    areClear: (_: unknown, feet: Feet) => feet.size === 0,
  };
  const { layout } = await settle(shown, [], String, notes);
  expect(asked.filter((one) => one !== 'laid out')).toEqual(Array(4).fill('tagged'));
  expect(layout.feet).toEqual(new Map());
});
