/** Collects what an import has to tell, with places in its source. */
import type { SourceText } from '../../model/draft.ts';
import type { ImportNote } from './imported.ts';
import { type Passage, type PlaceOf, placesIn } from './passage.ts';

/** Tells one thing about a piece of the source. */
export type Tell = (kind: ImportNote['kind'], message: string, at: Range) => void;

export type Range = Omit<Passage, 'text'>;

export interface NoteBook {
  readonly notes: readonly ImportNote[];
  readonly tell: Tell;
  readonly placeOf: PlaceOf;
}

export function openNoteBook(source: SourceText): NoteBook {
  const placeOf = placesIn(source.path, source.text);
  const notes: ImportNote[] = [];
  const tell: Tell = (kind, message, at) => {
    notes.push({ kind, message, place: placeOf(at) });
  };
  return { notes, tell, placeOf };
}

/** The start of a text much longer than a message should be. */
export function excerpt(text: string, length = 60): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`;
}
