/** Pieces of a text that remember where they stand in it. */
import { location } from 'vfile-location';
import type { Place } from '../../model/place.ts';

/** A piece of a text, from `start` to `end` in UTF-16 units; `text` may be tidier than what stands there. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Gives places in one text. */
export type PlaceOf = (passage: Omit<Passage, 'text'>) => Place;

/** Counts lines once, so that places are cheap. */
export function placesIn(path: string, text: string): PlaceOf {
  const lines = location(text);
  const point = (offset: number) => {
    const { line, column } = lines.toPoint(offset) ?? { line: 1, column: 1 };
    return { line, column, offset };
  };
  return ({ start, end }) => ({ path, start: point(start), end: point(end) });
}

/** The lines of a range of a text, each without the space around it; blank ones have an empty text. */
export function linesOf(text: string, start = 0, end = text.length): Passage[] {
  return [...text.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/gu)].map((match) =>
    trimmed(match[1] ?? '', start + match.index),
  );
}

/** Groups of lines with no blank one between them. */
export function paragraphsOf(lines: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [[]];
  for (const line of lines) {
    if (line.text === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

/** From the first to the last of some passages, with their texts joined by `between`. */
export function joined(passages: readonly Passage[], between: string): Passage {
  return {
    text: passages.map((passage) => passage.text).join(between),
    start: passages.at(0)?.start ?? 0,
    end: passages.at(-1)?.end ?? 0,
  };
}

/** A passage without the white space around it. */
export function trimmed(raw: string, start: number): Passage {
  const text = raw.trim();
  const from = text === '' ? start : start + raw.indexOf(text);
  return { text, start: from, end: from + text.length };
}
