/** Writes a page's content anew: everything either tagged or an artifact, and no soft hyphen in its text. */
import {
  isArtifact,
  type MarkEnd,
  mcidOf,
  type Paint,
  paintingOf,
  type TextPaint,
} from '../../../pdf/painting.ts';
import { actualText, bearerOf, meaningOf, type Shown, shownBy } from './spans.ts';

export interface Rewriting {
  /** Whether the tree holds the mark; what it does not hold becomes an artifact. */
  readonly tagged: (mcid: number) => boolean;
  /** The font in which a glyph says a text by itself, so that no span need state it. */
  readonly voiceOf: (font: string, code: number, text: string) => string | undefined;
  readonly widthOf: (font: string, code: number) => number;
  /** The path of a glyph that is only part of a letter, where an em is 1. */
  readonly outlineOf: (font: string, code: number) => string | undefined;
  readonly glyphText: (font: string, code: number) => string | undefined;
  /** Operators to put in, by the byte they stand before. */
  readonly inserted: ReadonlyMap<number, string>;
  /** Inside the page's margins: artifacts outside of it are page numbers and running heads. */
  readonly isMargin: (paint: Paint | TextPaint) => boolean;
}

/** A range of bytes and what stands in its place. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The stream with its changes; what is not changed is copied byte by byte. */
export function rewritePage(stream: Uint8Array, rewriting: Rewriting): Uint8Array {
  const changes = [...rewriting.inserted].map(
    ([at, text]): Change => ({ start: at, end: at, text: `${text}\n` }),
  );
  let span: Shown[] = [];
  let drawn: string[] = [];
  let bare: TextPaint | undefined;
  for (const event of paintingOf(stream)) {
    if (event.kind === 'text-end') {
      const { end } = event.operator;
      for (const text of drawn) changes.push({ start: end, end, text });
      drawn = [];
      if (bare) changes.push(...wrap(bare.from, event.operator.end, artifactOf(bare, rewriting)));
      bare = undefined;
      continue;
    }
    if (event.kind === 'end') {
      const ending = endOf(event, span, rewriting);
      changes.push(...ending.changes);
      drawn.push(...ending.drawn);
      if (actualText(event.mark) !== undefined) span = [];
      continue;
    }
    const { mark } = event;
    if (event.kind === 'text' && actualText(mark) !== undefined)
      span.push(...shownBy(stream, event));
    if (mcidOf(mark) !== undefined || isArtifact(mark)) continue;
    if (event.kind === 'text') bare ??= event;
    else changes.push(...wrap(event.from, event.operator.end, artifactOf(event, rewriting)));
  }
  return apply(stream, changes);
}

/** What becomes of a mark, and what is drawn after the text that it stands in. */
interface Ending {
  readonly changes: readonly Change[];
  readonly drawn: readonly string[];
}

/** A span goes where its glyphs say its text, a mark outside the tree becomes an artifact. */
function endOf(event: MarkEnd, shown: readonly Shown[], rewriting: Rewriting): Ending {
  const { mark, operator } = event;
  const { start, end } = mark;
  if (mark.mcid !== undefined && !rewriting.tagged(mark.mcid)) {
    return { changes: [{ start, end, text: '/Artifact BMC' }], drawn: [] };
  }
  const stated = actualText(mark);
  if (stated === undefined) return { changes: [], drawn: [] };
  const { text, seen, unseen } = meaningOf(stated, shown, rewriting.glyphText);
  // The next operator of the line counts from its start, so that nothing moves where a glyph without width goes.
  const gone = unseen.map(without);
  const spoken = seen.length === 0 ? nothing : speak(text, seen, rewriting);
  if (spoken) {
    const opening = { start, end, text: '' };
    const closing = { start: operator.start, end: operator.end, text: '' };
    return { ...spoken, changes: [opening, ...gone, ...spoken.changes, closing] };
  }
  if (text === stated) return { changes: [], drawn: [] };
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const opening = { start, end, text: `/Span<</ActualText <feff${hex}>>>BDC` };
  return { changes: [opening, ...gone], drawn: [] };
}

const nothing: Ending = { changes: [], drawn: [] };

/** Lets one glyph say the text, and draws the others: dots, which readers would take for words of their own. */
function speak(text: string, seen: readonly Shown[], rewriting: Rewriting): Ending | undefined {
  const bearer = bearerOf(seen, rewriting.widthOf);
  const voice = bearer && rewriting.voiceOf(bearer.font, bearer.code, text);
  if (bearer === undefined || voice === undefined) return undefined;
  const parts = seen.filter((one) => one !== bearer);
  const drawn = parts.flatMap((one) => (one.alone ? (outline(one, rewriting) ?? []) : []));
  if (drawn.length < parts.length || (parts.length > 0 && !bearer.alone)) return undefined;
  const { font, size, start, end } = bearer;
  const voiced = [
    { start, end: start, text: `/${voice} ${size} Tf ` },
    { start: end, end, text: ` /${font} ${size} Tf` },
  ];
  return { changes: [...(voice === font ? [] : voiced), ...parts.map(without)], drawn };
}

function outline({ font, code, size, place }: Shown, { outlineOf }: Rewriting): string | undefined {
  const path = outlineOf(font, code);
  if (path === undefined) return undefined;
  const [a, b, c, d, e, f] = place;
  const matrix = [a * size, b * size, c * size, d * size, e, f].map((value) => round(value));
  return `\nq ${matrix.join(' ')} cm ${path} Q`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function without({ start, end }: Shown): Change {
  return { start, end, text: '' };
}

function artifactOf(paint: Paint | TextPaint, { isMargin }: Rewriting): string {
  return isMargin(paint) ? '/Artifact <</Type /Pagination>>BDC' : '/Artifact BMC';
}

function wrap(start: number, end: number, opening: string): readonly Change[] {
  return [
    { start, end: start, text: `${opening}\n` },
    { start: end, end, text: '\nEMC' },
  ];
}

function apply(stream: Uint8Array, changes: readonly Change[]): Uint8Array {
  const sorted = [...changes].sort((one, other) => one.start - other.start || one.end - other.end);
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of sorted) {
    chunks.push(stream.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  chunks.push(stream.subarray(at));
  return Buffer.concat(chunks);
}
