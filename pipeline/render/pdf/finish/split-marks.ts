/** Gives text that runs from right to left marks of its own: readers lose what follows it in the same mark. */
import type { Mark } from '../../../pdf/marks.ts';
import { Painting } from '../../../pdf/painting.ts';

/** A stream, and for each mark that was split the numbers of its pieces. */
export interface SplitMarks {
  readonly stream: Uint8Array;
  readonly pieces: ReadonlyMap<number, readonly number[]>;
}

/**
 * Splits marks where a text object holds characters in reverse (ISO 32000-1, 14.8.2.3.3): before it, it, and after it.
 * A stream without any is returned as it is.
 */
export function splitMarks(stream: Uint8Array): SplitMarks {
  const reversed = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  if (!reversed.includes('/ReversedChars')) return { stream, pieces: new Map() };
  const places: { readonly from: number; readonly to: number; readonly mark: Mark }[] = [];
  let highest = -1;
  let holder: Mark | undefined;
  const painting = new Painting(stream);
  while (painting.next()) {
    const { kind, mark, from, end: to } = painting;
    if (kind === 'text') holder ??= reversedIn(mark, from);
    else if (kind === 'text-end') {
      if (holder) places.push({ from, to, mark: holder });
      holder = undefined;
    } else if (kind === 'end') highest = Math.max(highest, mark?.mcid ?? -1);
  }
  const pieces = new Map<number, number[]>();
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, mark } of places) {
    const own = mark.mcid ?? 0;
    const known = pieces.get(own) ?? [own];
    const open = () => {
      highest += 1;
      known.push(highest);
      return Buffer.from(` EMC\n/${mark.tag} <</MCID ${highest} >>BDC `);
    };
    chunks.push(stream.subarray(at, from), open(), stream.subarray(from, to), open());
    pieces.set(own, known);
    at = to;
  }
  return { stream: Buffer.concat([...chunks, stream.subarray(at)]), pieces };
}

/** The numbered mark around the reversed characters of a text object that starts at `from`. */
function reversedIn(mark: Mark | undefined, from: number): Mark | undefined {
  if (mark === undefined) return undefined;
  const { tag, outer } = mark;
  if (tag === 'ReversedChars' && outer?.mcid !== undefined && outer.start < from) return outer;
  return reversedIn(outer, from);
}
