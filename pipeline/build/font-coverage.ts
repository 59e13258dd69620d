/** Which characters the embedded fonts can show, so that a check can name those that no reader would see. */
import type { FontFile } from '../model/edition.ts';
import { inRange } from '../model/unicode-range.ts';

/** Answers whether an embedded font has a glyph for a code point, or whether it needs none. */
export type Covers = (codePoint: number) => boolean;

/** What a browser draws nothing for: joiners, marks of direction, soft hyphens, variation selectors, control characters. */
const needsNoGlyph = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

/**
 * Reads the upright regular face of every family. Code points outside a face's unicode-range do not count,
 * since no browser takes them from it. About 0.2 s of CPU: call it where a plan has unusual characters.
 */
export async function fontCoverage(fonts: readonly FontFile[]): Promise<Covers> {
  const { create } = await import('fontkit');
  const covered = new Set<number>();
  for (const font of fonts) {
    if (font.weight !== 400 || font.style !== 'normal') continue;
    const face = create(Buffer.from(font.bytes));
    if (!('characterSet' in face)) continue;
    const serves = inRange(font.unicodeRange);
    for (const codePoint of face.characterSet) if (serves(codePoint)) covered.add(codePoint);
  }
  return (codePoint) =>
    covered.has(codePoint) || needsNoGlyph.test(String.fromCodePoint(codePoint));
}
