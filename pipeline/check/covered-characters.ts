/** Which characters the embedded fonts can show, in any text of any edition. */
import ranges from './covered-characters.json' with { type: 'json' };

const escaped = ranges.map(([first = 0, last = 0]) => `${inClass(first)}-${inClass(last)}`);
// U+FFFD stands for bytes that are no UTF-8, which has a rule of its own.
const outside = `[^${escaped.join('')}\\u{fffd}]`;

/** Runs of characters without a glyph, with the spaces between them. */
export const withoutGlyph = new RegExp(`${outside}+(?: +${outside}+)*`, 'gu');

function inClass(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}
