/** Places within a source, for findings and for exact edits. */
import type { Node } from 'unist';
import { type Location, location } from 'vfile-location';
import type { SourceText } from '../model/draft.ts';
import { origin, type Place, type Point } from '../model/place.ts';
import type { DraftNode } from './names.ts';

/** The place of an mdast node. */
export function placeOf(source: SourceText, node: Node): Place {
  const { start, end } = node.position ?? {};
  return {
    path: source.path,
    start: { ...origin, ...start, offset: start?.offset ?? 0 },
    end: { ...origin, ...(end ?? start), offset: end?.offset ?? start?.offset ?? 0 },
  };
}

const indexes = new WeakMap<SourceText, Location>();

/** The range between two offsets of a source. The lines of a source are counted once. */
export function placeAt(source: SourceText, start: number, end = start): Place {
  const index = indexes.get(source) ?? location(source.text);
  indexes.set(source, index);
  const point = (offset: number): Point => ({ ...origin, ...index.toPoint(offset), offset });
  return { path: source.path, start: point(start), end: point(end) };
}

/** Where `words` last stand within `place`, or the whole place where they do not stand there as they are. */
export function placeOfWords(source: SourceText, place: Place, words: string): Place {
  const found = source.text.slice(place.start.offset, place.end.offset).lastIndexOf(words);
  if (found < 0 || words.length === 0) return place;
  const start = place.start.offset + found;
  return placeAt(source, start, start + words.length);
}

/** Where `words` first stand within `place`, or the whole place where they do not stand there as they are. */
export function placeOfFirstWords(source: SourceText, place: Place, words: string): Place {
  const found = source.text.slice(place.start.offset, place.end.offset).indexOf(words);
  if (found < 0 || words.length === 0) return place;
  const start = place.start.offset + found;
  return placeAt(source, start, start + words.length);
}

/** The empty range at a place's end: where what is missing belongs. */
export function after(place: Place): Place {
  return { ...place, start: place.end };
}

/** The whole lines of a place with the break after them: what goes where nothing of it shall stay. */
export function linesOf(source: SourceText, { start, end }: Place): Place {
  const { text } = source;
  const first = text.lastIndexOf('\n', start.offset - 1) + 1;
  const last = text.indexOf('\n', end.offset);
  return placeAt(source, start.offset === 0 ? 0 : first, last < 0 ? text.length : last + 1);
}

/** How the source breaks its lines. */
export function lineBreak(source: SourceText): string {
  return source.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where a node's front matter says a thing; the node's start where it does not. */
export function placeOfKey(node: DraftNode, key: string): Place {
  return node.matter.places.get(key) ?? { ...node.place, end: node.place.start };
}
