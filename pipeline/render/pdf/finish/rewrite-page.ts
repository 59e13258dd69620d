/** Writes a page's content anew: everything either tagged or an artifact, and no soft hyphen in its text. */
import { isArtifact, type MarkEnd, mcidOf, type Paint, paintingOf } from '../../../pdf/painting.ts';
import { actualText, meaningOf, type Shown, shownBy } from './spans.ts';

export interface Rewriting {
  /** Whether the tree holds the mark; what it does not hold becomes an artifact. */
  readonly tagged: (mcid: number) => boolean;
  /** Whether a glyph's text is in its font, so that no span need state it. */
  readonly settled: (font: string, code: number) => boolean;
  readonly glyphText: (font: string, code: number) => string | undefined;
  /** Operators to put in, by the byte they stand before. */
  readonly inserted: ReadonlyMap<number, string>;
  /** Inside the page's margins: artifacts outside of it are page numbers and running heads. */
  readonly isMargin: (paint: Paint) => boolean;
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
  let bare: Paint | undefined;
  for (const event of paintingOf(stream)) {
    if (event.kind === 'text-end') {
      if (bare) changes.push(...wrap(bare.from, event.operator.end, artifactOf(bare, rewriting)));
      bare = undefined;
      continue;
    }
    if (event.kind === 'end') {
      changes.push(...endOf(event, span, rewriting));
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

/** What becomes of a mark: a span may go, a mark outside the tree becomes an artifact. */
function endOf(
  { mark, operator }: MarkEnd,
  shown: readonly Shown[],
  { glyphText, settled, tagged }: Rewriting,
): readonly Change[] {
  const { start, end } = mark;
  if (mark.mcid !== undefined && !tagged(mark.mcid)) return [{ start, end, text: '/Artifact BMC' }];
  const stated = actualText(mark);
  if (stated === undefined) return [];
  const { text, seen, unseen } = meaningOf(stated, shown, glyphText);
  // The next operator of the line counts from its start, so that nothing moves where a glyph without width goes.
  const gone = unseen.map((one): Change => ({ start: one.start, end: one.end, text: '' }));
  const isKnown = seen.every(({ font, code }) => settled(font, code));
  if (seen.length === 0 || (seen.length === 1 && isKnown)) {
    const ends = { start: operator.start, end: operator.end, text: '' };
    return [{ start, end, text: '' }, ...gone, ends];
  }
  if (text === stated) return [];
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return [{ start, end, text: `/Span<</ActualText <feff${hex}>>>BDC` }, ...gone];
}

function artifactOf(paint: Paint, { isMargin }: Rewriting): string {
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
