/** Small roman digits, as page labels have them (ISO 32000-1, 12.4.2: style `r`). */

const digits = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** A number from 1 to 3999; any other has no roman digits, and is written in arabic ones. */
export function roman(value: number): string {
  if (!(value >= 1 && value < 4000)) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, digit] of digits) {
    while (rest >= worth) {
      text += digit;
      rest -= worth;
    }
  }
  return text;
}
