/** Reads what a page of the browser's print shows: text by line and by mark, and what is drawn beside it. */
import {
  type Box,
  contentArea,
  mcidOf,
  paintingOf,
  type TextPaint,
} from '../../../pdf/painting.ts';
import type { GlyphTexts } from '../../../pdf/to-unicode.ts';
import {
  actualText,
  bearerOf,
  hyphenSign,
  meaningOf,
  type Shown,
  shownBy,
  softHyphen,
} from './spans.ts';

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

export interface PageScan {
  readonly runs: readonly Run[];
  readonly marked: ReadonlyMap<number, Marked>;
  readonly stated: readonly StatedGlyph[];
  /** Glyphs that are parts of a letter only, such as its dots. */
  readonly parts: readonly Pick<StatedGlyph, 'font' | 'code'>[];
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
  const glyphText = (font: string, code: number) => fonts.get(font)?.get(code);
  let open: OpenRun | undefined;
  let span: Shown[] = [];
  const say = (text: string, mcid: number | undefined) => {
    if (mcid !== undefined) markAt(marked, mcid).text += text;
    if (open) open.text += text;
  };
  for (const event of paintingOf(stream)) {
    if (event.kind === 'end') {
      const text = actualText(event.mark);
      if (text === undefined) continue;
      const meaning = meaningOf(text, span, glyphText);
      const bearer = bearerOf(meaning.seen, widthOf);
      if (bearer) stated.push({ font: bearer.font, code: bearer.code, text: meaning.text });
      parts.push(...meaning.seen.filter((one) => one !== bearer));
      const hyphen = meaning.text === hyphenSign || (text === softHyphen && bearer !== undefined);
      if (open && hyphen) open.broken = true;
      if (!hyphen) say(meaning.text, mcidOf(event.mark));
      span = [];
    } else if (event.kind === 'text-end') {
      if (open) runs.push(runOf(open));
      open = undefined;
    } else if (event.kind === 'text') {
      const shown = shownBy(stream, event);
      open ??= { first: event, text: '', broken: false, last: 0 };
      open.last = event.operator.end;
      if (shown.length > 0) open.broken = false;
      if (actualText(event.mark) !== undefined) span.push(...shown);
      else
        say(
          shown.map(({ font, code }) => glyphText(font, code) ?? '').join(''),
          mcidOf(event.mark),
        );
    } else {
      const mcid = mcidOf(event.mark);
      if (mcid === undefined) continue;
      const mark = markAt(marked, mcid);
      mark.drawn = join(mark.drawn, event.box);
    }
  }
  return { runs, marked, stated, parts, area: contentArea(stream) };
}

interface OpenRun {
  readonly first: TextPaint;
  text: string;
  broken: boolean;
  last: number;
}

function runOf({ first, text, broken, last }: OpenRun): Run {
  const [x, y] = first.box;
  return {
    mcid: mcidOf(first.mark),
    font: first.name,
    text,
    broken,
    x,
    y,
    first: first.operator.start,
    last,
  };
}

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
