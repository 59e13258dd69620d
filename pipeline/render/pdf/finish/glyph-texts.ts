/**
 * Gives each glyph its text once, in its font, instead of wherever it is shown. Readers lose the text after a span in
 * the middle of a mark, so the browser's spans go: for ligatures, for hyphens, for letters with dots, for places where a
 * word may break.
 */
import type { GlyphTexts } from '../../../pdf/to-unicode.ts';
import { hyphenSign, softHyphen } from './spans.ts';

/** The text that spans state for glyphs of one font: code to every text stated. */
export type Statements = Map<number, Set<string>>;

/**
 * What the glyphs of a font mean, the font's own map first. A glyph that stands for different texts, such as the one of
 * both apostrophes, has one in the first map and the others in the next.
 */
export type Voices = readonly GlyphTexts[];

/** The maps of a font, from its own and what spans state. What stands without a span means what its font says. */
export function settleGlyphs(known: GlyphTexts, stated: Statements): Voices {
  const voices: Map<number, string>[] = [
    new Map([...known].map(([code, text]) => [code, plain(text)])),
  ];
  for (const [code, wanted] of stated) {
    const texts = new Set([...wanted].filter((text) => text !== softHyphen).map(plain));
    const own = voices[0]?.get(code);
    if (own === unspoken) voices[0]?.delete(code);
    else texts.delete(own ?? '');
    let at = own === undefined || own === unspoken ? 0 : 1;
    for (const text of [...texts].sort()) {
      const voice = voices[at] ?? new Map<number, string>();
      voices[at] = voice.set(code, text);
      at += 1;
    }
  }
  return voices;
}

/** The place among the maps of a font of the one in which a glyph says a text; undefined where none is. */
export function voiceOf(voices: Voices, code: number, text: string): number | undefined {
  const at = voices.findIndex((texts) => texts.get(code) === plain(text));
  return at < 0 ? undefined : at;
}

/** Stands for a glyph that is no letter by itself: a sign that is never shown and lets letters join across it. */
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
