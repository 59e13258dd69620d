/**
 * Gives each glyph its text once, in its font, instead of wherever it is shown. Readers lose the text after a span in
 * the middle of a mark, so the browser's spans go: for ligatures, for hyphens, for places where a word may break.
 */
import type { GlyphTexts } from '../../../pdf/to-unicode.ts';
import { hyphenSign, softHyphen } from './spans.ts';

/** The text that spans state for glyphs of one font: code to every text stated. */
export type Statements = Map<number, Set<string>>;

/** A font's map with what spans state, and the codes whose spans are needed no more. */
export interface Settled {
  readonly texts: GlyphTexts;
  readonly settled: ReadonlySet<number>;
}

/** A glyph that stands for different texts keeps its spans. */
export function settleGlyphs(known: GlyphTexts, stated: Statements): Settled {
  const texts = new Map([...known].map(([code, text]) => [code, plain(text)]));
  const settled = new Set<number>();
  for (const [code, wanted] of stated) {
    const own = texts.get(code);
    const all = new Set([...wanted].filter((text) => text !== softHyphen).map(plain));
    const [text = own] = all;
    const known = own === undefined || own === text || composed(own) === text;
    if (all.size > 1 || text === undefined || !known) continue;
    texts.set(code, text);
    settled.add(code);
  }
  return { texts, settled };
}

/**
 * Stands for a glyph that is no letter by itself, such as the dots of an Arabic one: a sign that is never shown and lets
 * letters join across it. The span around states the letter.
 */
const unspoken = '\u034F';

/** A text as it is searched for: ligatures as letters, spaces and hyphens of all kinds as the usual ones. */
function plain(text: string): string {
  if (/[\0\uFEFF\uFFFE]/u.test(text)) return unspoken;
  const letters = text === softHyphen ? '-' : text.replaceAll(softHyphen, '');
  return composed(letters).replaceAll('\u00A0', ' ').replaceAll(hyphenSign, '-');
}

/** Presentation forms, Latin and Arabic, as the letters they present (Unicode Standard, 3.11: compatibility). */
function composed(text: string): string {
  return text.replace(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/gu, (sign) =>
    sign.normalize('NFKC'),
  );
}
