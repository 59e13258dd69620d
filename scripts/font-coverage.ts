/** Which characters the embedded fonts can show, as `character-without-glyph` has to know it. */
import type { FontFile } from '../pipeline/model/edition.ts';
import { inRange } from '../pipeline/model/unicode-range.ts';

/** Answers whether an embedded font has a glyph for a code point, or whether it needs none. */
export type Covers = (codePoint: number) => boolean;

/** What a browser draws nothing for: joiners, marks of direction, soft hyphens, variation selectors, control characters. */
const needsNoGlyph = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Z}]$/u;

/** Families that some texts are not set in; what only they can show is not shown everywhere. */
const notEverywhere = new Set(['Source Serif 4', 'Source Code Pro']);

/** Ranges of code points, both ends included, that a text has a glyph for whatever it is set in (`styles/tokens.css`). */
export async function coveredRanges(fonts: readonly FontFile[]): Promise<[number, number][]> {
  const covers = await fontCoverage(fonts.filter(({ family }) => !notEverywhere.has(family)));
  const ranges: [number, number][] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
    if (!covers(codePoint)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

/**
 * Reads the upright regular face of every family of text. Code points outside a face's unicode-range do not count,
 * since no browser takes them from it.
 */
export async function fontCoverage(fonts: readonly FontFile[]): Promise<Covers> {
  const { create } = await import('fontkit');
  const covered = new Set<number>();
  for (const font of fonts) {
    if (font.weight !== 400 || font.style !== 'normal' || font.formulas) continue;
    const face = create(Buffer.from(font.bytes));
    if (!('characterSet' in face)) continue;
    const serves = inRange(font.unicodeRange);
    for (const codePoint of face.characterSet) if (serves(codePoint)) covered.add(codePoint);
  }
  return (codePoint) =>
    covered.has(codePoint) || needsNoGlyph.test(String.fromCodePoint(codePoint));
}
