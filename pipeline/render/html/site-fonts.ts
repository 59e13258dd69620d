/** Which fonts go along with a site, and which of them a page needs before anything else. */
import type { EditionContext, FontFile } from '../../model/edition.ts';
import { inRange } from '../../model/unicode-range.ts';
import { familyOf, readTokens } from '../tokens.ts';

/** What is to be set: at least every character of it, and whether there are formulas. */
export interface SetText {
  readonly text: string;
  readonly formulas: boolean;
}

/** The fonts that serve a character of the text or a formula, in the order given. */
export function fontsFor<Font extends FontFile>(
  { text, formulas }: SetText,
  fonts: readonly Font[],
): readonly Font[] {
  const codePoints = codePointsIn(text);
  return fonts.filter((font) =>
    font.formulas ? formulas : codePoints.some(inRange(font.unicodeRange)),
  );
}

/** Whether there is a formula in flows, as JSON has them. */
export function hasFormulas(json: string): boolean {
  return json.includes('"tagName":"math"');
}

/** Every code point once. A text of a large plan has tens of millions of characters, nearly all of them ASCII. */
function codePointsIn(text: string): readonly number[] {
  const ascii = Array.from({ length: 0x80 }, (_, code) => code);
  const others = new Set<string>();
  for (const [run] of text.matchAll(/[^\0-\x7f]+/gu)) for (const one of run) others.add(one);
  return [
    ...ascii.filter((code) => text.includes(String.fromCharCode(code))),
    ...[...others].map((one) => one.codePointAt(0) ?? 0),
  ];
}

/** Running text and titles upright, in the script that the title begins with: what stands at the top of every page. */
export function firstFonts<Font extends FontFile>(
  title: string,
  fonts: readonly Font[],
  { styles }: Pick<EditionContext, 'styles'>,
): readonly Font[] {
  const letter = /\p{Letter}/u.exec(title)?.[0].codePointAt(0) ?? 0x61;
  const tokens = readTokens(styles);
  const text = familyOf(tokens, 'font-text');
  const sans = familyOf(tokens, 'font-sans');
  return fonts.filter(
    ({ family, weight, style, unicodeRange }) =>
      style === 'normal' &&
      inRange(unicodeRange)(letter) &&
      ((family === text && weight === 400) || family === sans),
  );
}
