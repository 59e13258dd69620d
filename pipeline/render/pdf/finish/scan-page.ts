/** Reads what a page of the browser's print shows: text by line and by mark, and what is drawn beside it. */
import {
  type Box,
  contentArea,
  type Mark,
  mcidOf,
  type Paint,
  paintingOf,
} from '../../../pdf/painting.ts';
import type { GlyphTexts } from '../../../pdf/to-unicode.ts';

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
  object: boolean;
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
  /** Inside the page's margins, where the browser clips to it. */
  readonly area: Box | undefined;
}

/** Scans a decoded content stream. `fonts` are the texts of glyphs by the fonts' names on this page. */
export function scanPage(stream: Uint8Array, fonts: ReadonlyMap<string, GlyphTexts>): PageScan {
  const runs: Run[] = [];
  const marked = new Map<number, Marked>();
  const stated: StatedGlyph[] = [];
  let open: { first: Paint; text: string; broken: boolean; last: number } | undefined;
  for (const event of paintingOf(stream)) {
    if (event.kind === 'end') continue;
    if (event.kind === 'text-end') {
      if (open) runs.push(runOf(open));
      open = undefined;
      continue;
    }
    const mcid = mcidOf(event.mark);
    const mark = mcid === undefined ? undefined : markAt(marked, mcid);
    if (event.kind !== 'text') {
      if (mark) mark.drawn = join(mark.drawn, event.box);
      if (mark && event.kind !== 'path') mark.object = true;
      continue;
    }
    const codes = codesOf(stream, event);
    const actual = actualText(event.mark);
    const [code] = codes;
    if (actual !== undefined && code !== undefined && codes.length === 1) {
      stated.push({ font: event.name, code, text: actual });
    }
    const hyphen = actual === hyphenSign || actual === softHyphen;
    const texts = fonts.get(event.name);
    const text = hyphen
      ? ''
      : (actual ?? codes.map((one) => texts?.get(one) ?? '').join('')).replaceAll(softHyphen, '');
    if (mark) mark.text += text;
    open ??= { first: event, text: '', broken: false, last: 0 };
    open = {
      first: open.first,
      text: open.text + text,
      broken: hyphen,
      last: event.operator.end,
    };
  }
  return { runs, marked, stated, area: contentArea(stream) };
}

/** What the browser states for the place where a word may break, and for the hyphen where it did. */
export const softHyphen = '\u00AD';
export const hyphenSign = '\u2010';

/** The text that a span of the browser's states for its glyphs; undefined where no span is open. */
export function actualText(mark: Mark | undefined): string | undefined {
  if (mark?.tag !== 'Span') return undefined;
  const literal = /\/ActualText\s*\(([^)\\]*)\)/u.exec(mark.properties)?.[1];
  if (literal !== undefined) return literal;
  const hex = /\/ActualText\s*<feff([\da-f]*)>/iu.exec(mark.properties)?.[1];
  if (hex === undefined) return undefined;
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** The codes, of two bytes each, that an operator shows. */
export function codesOf(
  stream: Uint8Array,
  { operator }: Pick<Paint, 'operator'>,
): readonly number[] {
  const text = Buffer.from(stream.subarray(operator.start, operator.end)).toString('latin1');
  const codes: number[] = [];
  for (const [, hex = ''] of text.matchAll(/<([\da-fA-F]+)>/gu)) {
    for (let at = 0; at + 4 <= hex.length; at += 4) {
      codes.push(Number.parseInt(hex.slice(at, at + 4), 16));
    }
  }
  return codes;
}

function runOf(open: { first: Paint; text: string; broken: boolean; last: number }): Run {
  const { first, text, broken, last } = open;
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
  const fresh: Marked = { text: '', drawn: undefined, object: false };
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
