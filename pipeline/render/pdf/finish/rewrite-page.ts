/** Writes a page's content anew: everything either tagged or an artifact, and no soft hyphen in its text. */
import type { Operator } from '../../../pdf/content-stream.ts';
import { isArtifact, type Mark, mcidOf, type Paint, paintingOf } from '../../../pdf/painting.ts';
import { actualText, codesOf, softHyphen } from './scan-page.ts';

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
  const spans = new Map<Mark, Paint[]>();
  let bare: Paint | undefined;
  for (const event of paintingOf(stream)) {
    if (event.kind === 'text-end') {
      if (bare) changes.push(...wrap(bare.from, event.operator.end, artifactOf(bare, rewriting)));
      bare = undefined;
      continue;
    }
    if (event.kind === 'end') {
      const paints = spans.get(event.mark) ?? [];
      changes.push(...endOf(stream, event.mark, event.operator, paints, rewriting));
      spans.delete(event.mark);
      continue;
    }
    const { mark } = event;
    if (mark && actualText(mark) !== undefined) {
      const paints = spans.get(mark);
      if (paints) paints.push(event);
      else spans.set(mark, [event]);
    }
    if (mcidOf(mark) !== undefined || isArtifact(mark)) continue;
    if (event.kind === 'text') bare ??= event;
    else changes.push(...wrap(event.from, event.operator.end, artifactOf(event, rewriting)));
  }
  return apply(stream, changes);
}

/** What becomes of a mark: a span may go, a mark outside the tree becomes an artifact. */
function endOf(
  stream: Uint8Array,
  mark: Mark,
  end: Operator,
  paints: readonly Paint[],
  { glyphText, settled, tagged }: Rewriting,
): readonly Change[] {
  if (mark.mcid !== undefined && !tagged(mark.mcid)) {
    return [{ start: mark.start, end: mark.end, text: '/Artifact BMC' }];
  }
  const text = actualText(mark);
  if (text === undefined) return [];
  const gone = [
    { start: mark.start, end: mark.end, text: '' },
    { start: end.start, end: end.end, text: '' },
  ];
  const [paint] = paints;
  const codes = paint ? codesOf(stream, paint) : [];
  const [code] = codes;
  const single = paints.length === 1 && codes.length === 1;
  if (!single || !paint || code === undefined) return withoutSoftHyphens(mark, text);
  // A place where a word may break shows a space without width: the line goes on as if it were not there.
  if (text === softHyphen && glyphText(paint.name, code) === ' ') {
    return [...gone, { ...paint.operator, text: '' }];
  }
  return settled(paint.name, code) ? gone : withoutSoftHyphens(mark, text);
}

function withoutSoftHyphens({ start, end }: Mark, text: string): readonly Change[] {
  if (!text.includes(softHyphen)) return [];
  const hex = Buffer.from(text.replaceAll(softHyphen, ''), 'utf16le').swap16().toString('hex');
  return [{ start, end, text: `/Span<</ActualText <feff${hex}>>>BDC` }];
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
