/** Gives each fragment's objects their numbers in the file. */
import { createHash } from 'node:crypto';
import { type Fragment, firstNumber, outside } from '../../../pdf/fragment.ts';
import { relocate } from '../../../pdf/relocate.ts';
import type { FileObject } from '../../../pdf/write-file.ts';

/** A fragment where it stands in a file. */
export interface PlacedFragment {
  readonly fragment: Fragment;
  /** The number of its node in the page tree. */
  readonly node: number;
  /** The number in the file of one of its own. */
  numberOf(own: number): number;
  /** What its key of the parent tree is in the file. */
  keyOf(own: number): number;
  /** The text of one of its objects as it stands in the file. */
  relocated(text: string): string;
}

export interface PlacedFragments {
  readonly placed: readonly PlacedFragment[];
  /** The numbers of the document's element and of the root of the page tree. */
  readonly roots: { readonly document: number; readonly pages: number };
  /** The objects of all fragments; a stream that several have is there once. */
  readonly objects: Iterable<FileObject>;
  /** The first number that is free. */
  readonly next: number;
}

/** Numbers follow one another: some readers refuse those above four million. */
export function placeFragments(fragments: readonly Fragment[]): PlacedFragments {
  const roots = { document: 1, pages: 2 };
  const firstNode = 3;
  const streams = new Map<string, number>();
  let next = firstNode + fragments.length;
  let nextKey = 0;
  const placed = fragments.map((fragment, at): PlacedFragment => {
    const node = firstNode + at;
    const firstKey = nextKey;
    const numbers = numbersOf(fragment, next, streams);
    next += fragment.objects.length;
    nextKey += 1 + fragment.parents.reduce((most, [key]) => Math.max(most, key), -1);
    const numberOf = (own: number) => {
      if (own === outside.document) return roots.document;
      return own === outside.pages ? node : (numbers[own - firstNumber] ?? 0);
    };
    const keyOf = (own: number) => firstKey + own;
    const relocated = (text: string) => relocate(text, { object: numberOf, key: keyOf });
    return { fragment, node, numberOf, keyOf, relocated };
  });
  return { placed, roots, objects: objectsOf(placed), next };
}

/** The numbers of a fragment's objects, from `start`. A stream that is known already has its number from there. */
function numbersOf(
  { objects }: Fragment,
  start: number,
  streams: Map<string, number>,
): readonly number[] {
  return objects.map(({ text, contents }, at) => {
    if (!contents || / 0 R/u.test(text)) return start + at;
    const key = createHash('sha256').update(text, 'latin1').update(contents).digest('base64');
    const known = streams.get(key) ?? start + at;
    streams.set(key, known);
    return known;
  });
}

function* objectsOf(placed: readonly PlacedFragment[]): Generator<FileObject> {
  const written = new Set<number>();
  for (const { fragment, numberOf, relocated } of placed) {
    for (const [at, { text, contents }] of fragment.objects.entries()) {
      const number = numberOf(firstNumber + at);
      if (contents && written.has(number)) continue;
      if (contents) written.add(number);
      yield { number, text: relocated(text), ...(contents && { contents }) };
    }
  }
}
