/** The notes of one goal or section: numbered from 1 in the order of their first call. */
import type { FootnoteDefinition } from 'mdast';
import type { Block } from '../model/draft.ts';

/** A note that was called, and the ids of its calls. */
export interface CalledNote {
  readonly anchor: string;
  readonly number: number;
  readonly calls: string[];
  readonly content: readonly Block[];
}

export class NoteCalls {
  readonly #owner: string;
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>;
  readonly #called = new Map<string, CalledNote>();

  /** `owner` is the anchor of the goal or section; `definitions` are those of its file. */
  constructor(owner: string, definitions: readonly Block[]) {
    this.#owner = owner;
    // Where a note is defined twice the first one counts, as in GFM: in a map the last one set stays.
    this.#definitions = new Map(
      definitions
        .filter((block) => block.type === 'footnoteDefinition')
        .toReversed()
        .map((block) => [block.identifier, block]),
    );
  }

  /** Counts one call of the note with this identifier. */
  call(identifier: string): { anchor: string; number: number; id: string } {
    const known = this.#called.get(identifier);
    const note = known ?? this.#first(identifier);
    const id = `${note.anchor}-call-${note.calls.length + 1}`;
    note.calls.push(id);
    return { anchor: note.anchor, number: note.number, id };
  }

  /** In the order of their numbers. A note that calls another adds it to the end while this is gone through. */
  *[Symbol.iterator](): Generator<CalledNote> {
    yield* this.#called.values();
  }

  #first(identifier: string): CalledNote {
    const number = this.#called.size + 1;
    const content = this.#definitions.get(identifier)?.children ?? [];
    const note = { anchor: `${this.#owner}-note-${number}`, number, calls: [], content };
    this.#called.set(identifier, note);
    return note;
  }
}
