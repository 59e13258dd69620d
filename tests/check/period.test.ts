/** Dates in the words that authors use. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodOf } from '../../pipeline/check/period.ts';

test.each([
  ['2030', '2030-01-01', '2030-12-31'],
  ['2030-06', '2030-06-01', '2030-06-31'],
  ['2030-06-15', '2030-06-15', '2030-06-15'],
  ['31.12.2030', '2030-12-31', '2030-12-31'],
  ['1 July 2026', '2026-07-01', '2026-07-01'],
  ['July 4, 2026', '2026-07-04', '2026-07-04'],
  ['end of March 2027', '2027-03-01', '2027-03-31'],
  ['décembre 2027', '2027-12-01', '2027-12-31'],
  ['15. Mai 2028', '2028-05-15', '2028-05-15'],
  ['Q3 2027', '2027-07-01', '2027-09-31'],
  ['2026–2029', '2026-01-01', '2029-12-31'],
  ['the end of 2031', '2031-01-01', '2031-12-31'],
])('%s', (text, first, last) => {
  expect(periodOf(text)).toEqual({ first, last });
});

test.each(['', 'soon', '12 rooms', 'in 20300 days', '2030-13'])('no date: %s', (text) => {
  expect(periodOf(text)).toBeUndefined();
});

test('a period never ends before it begins, whatever is written', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .\-Q/]{0,14}$/u), fc.date().map(String)),
      (text) => {
        const period = periodOf(text);
        expect(period === undefined || period.first <= period.last).toBe(true);
      },
    ),
  );
});
