/** Roman digits of page labels. */
import { expect, test } from 'vitest';
import { roman } from '../../pipeline/pdf/roman.ts';

test.for([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [49, 'xlix'],
  [96, 'xcvi'],
  [204, 'cciv'],
  [1994, 'mcmxciv'],
  [3999, 'mmmcmxcix'],
] as const)('%i is %s', ([value, digits]) => {
  expect(roman(value)).toBe(digits);
});

test.for([0, -3, 4000, 1e9, Number.NaN])('%d has none', (value) => {
  expect(roman(value)).toBe(String(value));
});
