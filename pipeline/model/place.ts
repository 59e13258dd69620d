/** Where something stands in a source: the file, and a range of lines and columns in it. */

/** A spot in a text. Lines and columns count from 1, as editors show them; the offset counts UTF-16 units from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A range in one source file. An empty range (start equals end) marks the spot where something is missing. */
export interface Place {
  /** The file's path as it is shown to the author: relative to the project, with `/`. */
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
}

/** A value together with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
}

/** The start of a text. */
export const origin: Point = { line: 1, column: 1, offset: 0 };

/** The place of a whole file that could not be looked into, or of what is missing from its start. */
export function startOf(path: string): Place {
  return { path, start: origin, end: origin };
}
