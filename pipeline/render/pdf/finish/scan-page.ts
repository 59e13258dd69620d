/** Reads what a page of the browser's print shows, once: text by line and by mark, and what has to be changed in it. */

import type { Mark } from '../../../pdf/marks.ts';
import type { Box } from '../../../pdf/matrix.ts';
import { Painting } from '../../../pdf/painting.ts';
import { shownCodes } from '../../../pdf/shown-codes.ts';
import type { GlyphTexts } from '../../../pdf/to-unicode.ts';
import { bearerOf, hyphenSign, meaningOf, type Shown, shownBy, softHyphen } from './spans.ts';

/** Text that the browser set in one go: a line, or a piece of one in one font. */
export interface Run {
  readonly mcid: number | undefined;
  /** The font's name in the page's resources. */
  readonly font: string;
  /** Without soft hyphens; a hyphen that the browser put at the line's end is left out. */
  readonly text: string;
  /** Whether a word goes on in the next line. */
  readonly broken: boolean;
  /** Where its first glyph stands, in points from the lower left. */
  readonly x: number;
  readonly y: number;
  /** The bytes of its first and just past its last operator that shows text. */
  readonly first: number;
  readonly last: number;
}

/** The content of one mark. */
export interface Marked {
  text: string;
  /** Around what is drawn in it, beside text. */
  drawn: Box | undefined;
}

/** One glyph for which the browser states the text. */
export interface StatedGlyph {
  readonly font: string;
  readonly code: number;
  readonly text: string;
}

/** A range of a content stream's bytes. */
interface Bytes {
  readonly start: number;
  readonly end: number;
}

/** A place of the content that may have to change, in order. */
export type Spot =
  /** A numbered mark, by what opens it. */
  | ({ readonly kind: 'mark'; readonly mcid: number } & Bytes)
  /** A span that states a text, by what opens and what closes it, with the glyphs in it. */
  | {
      readonly kind: 'span';
      readonly opening: Bytes;
      readonly closing: Bytes;
      readonly text: string;
      readonly shown: readonly Shown[];
    }
  /** Something drawn that stands in no mark; with the place of its first point. */
  | ({ readonly kind: 'bare'; readonly x: number; readonly y: number } & Bytes)
  /** The end of a text object. */
  | { readonly kind: 'text-end'; readonly end: number };

export interface PageScan {
  readonly runs: readonly Run[];
  readonly marked: ReadonlyMap<number, Marked>;
  readonly stated: readonly StatedGlyph[];
  /** Glyphs that are parts of a letter only, such as its dots. */
  readonly parts: readonly Pick<StatedGlyph, 'font' | 'code'>[];
  readonly spots: readonly Spot[];
  /** Inside the page's margins, where the browser clips to it. */
  readonly area: Box | undefined;
}

/**
 * Scans a decoded content stream. `fonts` are the texts of glyphs by the fonts' names on this page, `widthOf` gives the
 * width of one.
 */
export function scanPage(
  stream: Uint8Array,
  fonts: ReadonlyMap<string, GlyphTexts>,
  widthOf: (font: string, code: number) => number,
): PageScan {
  const runs: Run[] = [];
  const marked = new Map<number, Marked>();
  const stated: StatedGlyph[] = [];
  const parts: Shown[] = [];
  const spots: Spot[] = [];
  const glyphText = (font: string, code: number) => fonts.get(font)?.get(code);
  let area: Box | undefined;
  let open: OpenRun | undefined;
  let bare: { readonly x: number; readonly y: number } | undefined;
  let span: Shown[] = [];
  const say = (text: string, mcid: number | undefined) => {
    if (mcid !== undefined) markAt(marked, mcid).text += text;
    if (open) open.text += text;
  };
  // Glyphs come one by one: text that is put together from all of them at once takes a fraction of the memory.
  const glyphs: string[] = [];
  let around: Mark | undefined;
  const sayGlyphs = () => {
    if (glyphs.length > 0) say(glyphs.join(''), around?.content);
    glyphs.length = 0;
  };
  const codes: number[] = [];
  const painting = new Painting(stream);
  while (painting.next()) {
    const { kind, start, end, from, mark } = painting;
    if (kind === 'text') {
      codes.length = 0;
      shownCodes(stream, start, end, codes);
      const { name, x, y } = painting;
      open ??= {
        mcid: mark?.content,
        font: name,
        x,
        y,
        first: start,
        text: '',
        broken: false,
        last: 0,
      };
      open.last = end;
      if (codes.length > 0) open.broken = false;
      if (!mark?.artifact && mark?.content === undefined) bare ??= { x, y };
      if (mark?.actualText !== undefined) span.push(...shownBy(painting, codes));
      else {
        const texts = fonts.get(name);
        if (mark !== around) sayGlyphs();
        around = mark;
        for (const code of codes) glyphs.push(texts?.get(code) ?? '');
      }
    } else if (kind === 'end' && mark) {
      const { mcid, actualText: text } = mark;
      if (mcid !== undefined) spots.push({ kind: 'mark', mcid, start: mark.start, end: mark.end });
      if (text === undefined || mcid !== undefined) continue;
      sayGlyphs();
      spots.push({ kind: 'span', opening: mark, closing: { start, end }, text, shown: span });
      const meaning = meaningOf(text, span, glyphText);
      const bearer = bearerOf(meaning.seen, widthOf);
      if (bearer) stated.push({ font: bearer.font, code: bearer.code, text: meaning.text });
      parts.push(...meaning.seen.filter((one) => one !== bearer));
      const hyphen = meaning.text === hyphenSign || (text === softHyphen && bearer !== undefined);
      if (open && hyphen) open.broken = true;
      if (!hyphen) say(meaning.text, mark.content);
      span = [];
    } else if (kind === 'text-end') {
      sayGlyphs();
      if (open) runs.push(open);
      spots.push({ kind: 'text-end', end });
      if (bare) spots.push({ kind: 'bare', start: from, end, ...bare });
      open = undefined;
      bare = undefined;
    } else if (kind === 'clip') {
      area ??= painting.box;
    } else if (mark?.content !== undefined) {
      const content = markAt(marked, mark.content);
      content.drawn = join(content.drawn, painting.box);
    } else if (!mark?.artifact) {
      const [x, y] = painting.box;
      spots.push({ kind: 'bare', start: from, end, x, y });
    }
  }
  return { runs, marked, stated, parts, spots, area };
}

/** A run that goes on. */
type OpenRun = { -readonly [Key in keyof Run]: Run[Key] };

function markAt(marks: Map<number, Marked>, mcid: number): Marked {
  const known = marks.get(mcid);
  if (known) return known;
  const fresh: Marked = { text: '', drawn: undefined };
  marks.set(mcid, fresh);
  return fresh;
}

function join(one: Box | undefined, other: Box): Box {
  if (!one) return other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
