import { expect, test } from 'vitest';
import { pageRanges } from '../../../pipeline/render/pdf/page-ranges.ts';

/** As an entry of the index reads that names these pages, counted from 1. */
function entry(...numbers: readonly number[]): string {
  const named = numbers.map((number) => ({
    index: number - 1,
    page: String(number),
    anchor: `s-${number}`,
  }));
  return pageRanges(named)
    .map(({ page, last }) => (last ? `${page}–${last.page}` : page))
    .join(', ');
}

test.each([
  { named: [], reads: '' },
  { named: [4], reads: '4' },
  { named: [4, 4, 4], reads: '4' },
  { named: [4, 5], reads: '4, 5' },
  { named: [4, 5, 6], reads: '4–6' },
  { named: [9, 4, 5, 6, 7, 12, 13], reads: '4–7, 9, 12, 13' },
])('an entry that names the pages $named reads "$reads"', ({ named, reads }) => {
  expect(entry(...named)).toBe(reads);
});

test('the ends of a range lead to what is named there', () => {
  const at = (index: number) => ({ index, page: `${index + 1}`, anchor: `a-${index}` });
  expect(pageRanges([at(2), at(3), at(4)])).toEqual([{ ...at(2), last: at(4) }]);
});
