/** Writes a page's content anew: everything either tagged or an artifact, and no soft hyphen in its text. */
import type { Spot } from './scan-page.ts';
import { bearerOf, meaningOf, type Shown } from './spans.ts';

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
  /** Whether a place is in the page's margins: artifacts there are page numbers and running heads. */
  readonly isMargin: (x: number, y: number) => boolean;
}

/** A range of bytes and what stands in its place. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The stream with its spots changed; what is not changed is copied byte by byte. */
export function rewritePage(
  stream: Uint8Array,
  spots: readonly Spot[],
  rewriting: Rewriting,
): Uint8Array {
  const changes = [...rewriting.inserted].map(
    ([at, text]): Change => ({ start: at, end: at, text: `${text}\n` }),
  );
  let drawn: string[] = [];
  for (const spot of spots) {
    if (spot.kind === 'mark') {
      const { mcid, start, end } = spot;
      if (!rewriting.tagged(mcid)) changes.push({ start, end, text: '/Artifact BMC' });
    } else if (spot.kind === 'span') {
      const ending = speech(spot, rewriting);
      changes.push(...ending.changes);
      drawn.push(...ending.drawn);
    } else if (spot.kind === 'text-end') {
      for (const text of drawn) changes.push({ start: spot.end, end: spot.end, text });
      drawn = [];
    } else {
      const { start, end, x, y } = spot;
      const margin = rewriting.isMargin(x, y);
      const opening = margin ? '/Artifact <</Type /Pagination>>BDC' : '/Artifact BMC';
      changes.push({ start, end: start, text: `${opening}\n` });
      changes.push({ start: end, end, text: '\nEMC' });
    }
  }
  return apply(stream, changes);
}

/** What becomes of a span, and what is drawn after the text that it stands in. */
interface Ending {
  readonly changes: readonly Change[];
  readonly drawn: readonly string[];
}

/** A span goes where its glyphs say its text. */
function speech(span: Extract<Spot, { kind: 'span' }>, rewriting: Rewriting): Ending {
  const { opening, closing, text: stated, shown } = span;
  const { text, seen, unseen } = meaningOf(stated, shown, rewriting.glyphText);
  // The next operator of the line counts from its start, so that nothing moves where a glyph without width goes.
  const gone = unseen.map(without);
  const spoken = seen.length === 0 ? nothing : speak(text, seen, rewriting);
  if (spoken) {
    return { ...spoken, changes: [without(opening), ...gone, ...spoken.changes, without(closing)] };
  }
  if (text === stated) return nothing;
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  const { start, end } = opening;
  const again = { start, end, text: `/Span<</ActualText <feff${hex}>>>BDC` };
  return { changes: [again, ...gone], drawn: [] };
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

function without({ start, end }: Pick<Change, 'start' | 'end'>): Change {
  return { start, end, text: '' };
}

function apply(stream: Uint8Array, changes: readonly Change[]): Uint8Array {
  const sorted = [...changes].sort((one, other) => one.start - other.start || one.end - other.end);
  const source = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  const added = sorted.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const target = Buffer.allocUnsafe(source.length + added);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of sorted) {
    to += source.copy(target, to, from, start);
    to += target.write(text, to, 'latin1');
    from = end;
  }
  source.copy(target, to, from);
  return target;
}
