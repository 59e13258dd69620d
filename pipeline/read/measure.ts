/** A value of an indicator: the words, and the one number in them. */
import type { Measure } from '../model/draft.ts';

/** A measure of a text, with its date where that is known; undefined where there is no text. */
export function measure(text: string | undefined, date: string | undefined): Measure | undefined {
  if (text === undefined) return undefined;
  const number = decimalIn(text);
  return {
    text,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The one decimal in a text; none where it is a bound (`≥ 40`), a range or several numbers. */
function decimalIn(text: string): string | undefined {
  const numbers = text.match(/[-+]?\d[\d,]*(?:\.\d+)?/gu) ?? [];
  if (numbers.length !== 1 || /[<>≤≥±~]/u.test(text)) return undefined;
  return numbers[0]?.replace(/,/gu, '').replace(/^\+/u, '');
}
