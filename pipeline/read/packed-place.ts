/** Places of one file as six numbers, since findings and drafts have thousands of them. */
import type { Place } from '../model/place.ts';

/** Line, column and offset of the start, then of the end. */
export type PackedPlace = readonly [number, number, number, number, number, number];

export function packPlace({ start, end }: Place): PackedPlace {
  return [start.line, start.column, start.offset, end.line, end.column, end.offset];
}

/** The same place again, in the file at that path. */
export function unpackPlace(path: string, [line, column, offset, ...end]: PackedPlace): Place {
  return {
    path,
    start: { line, column, offset },
    end: { line: end[0], column: end[1], offset: end[2] },
  };
}
