/** The spans in which the browser states the text of glyphs (ISO 32000-1, 14.9.4), and what they come to. */
import type { Matrix } from '../../../pdf/matrix.ts';
import type { Painting } from '../../../pdf/painting.ts';

/** What the browser states for the place where a word may break, and for the hyphen where it did. */
export const softHyphen = '\u00AD';
export const hyphenSign = '\u2010';

/** A glyph that is shown. */
export interface Shown {
  /** The font's name in the page's resources. */
  readonly font: string;
  readonly code: number;
  readonly size: number;
  /** Where the line starts, in the space around the text object. */
  readonly place: Matrix;
  /** Whether its operator shows it alone. */
  readonly alone: boolean;
  /** The operator's bytes. */
  readonly start: number;
  readonly end: number;
}

/** What a span comes to. */
export interface Meaning {
  /** Without soft hyphens. */
  readonly text: string;
  /** Spaces without width, which the browser shows where a word may break. */
  readonly unseen: readonly Shown[];
  readonly seen: readonly Shown[];
}

/** The meaning of a span's text and glyphs. */
export function meaningOf(
  text: string,
  shown: readonly Shown[],
  glyphText: (font: string, code: number) => string | undefined,
): Meaning {
  const breaks = text.includes(softHyphen);
  const isUnseen = ({ font, code }: Shown) => breaks && glyphText(font, code) === ' ';
  return {
    text: text.replaceAll(softHyphen, ''),
    unseen: shown.filter(isUnseen),
    seen: shown.filter((one) => !isUnseen(one)),
  };
}

/**
 * The glyph that bears the text of a span: the only one, or the widest of several, such as the stroke of an Arabic letter
 * below whose dots it stands; undefined where there is none.
 */
export function bearerOf(
  seen: readonly Shown[],
  widthOf: (font: string, code: number) => number,
): Shown | undefined {
  let [bearer] = seen;
  for (const one of seen) {
    if (bearer && widthOf(one.font, one.code) > widthOf(bearer.font, bearer.code)) bearer = one;
  }
  return bearer;
}

/** The glyphs that the text shows which a painting has come to, with their codes. */
export function shownBy(painting: Painting, codes: readonly number[]): readonly Shown[] {
  const { start, end, name: font, size, place } = painting;
  const alone = codes.length === 1;
  return codes.map((code) => ({ font, code, size, place, alone, start, end }));
}
