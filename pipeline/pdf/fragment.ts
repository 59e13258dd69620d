/** A run of finished pages with their part of the structure tree, to be merged with others into a file. */
import { type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Objects } from './lookup.ts';
import { objectText } from './object-text.ts';
import { reachable } from './reachable.ts';
import { relocate } from './relocate.ts';

/** An object of a fragment. */
export interface FragmentObject {
  /** As it stands in a file, one character a byte; of a stream, its dictionary. Its numbers are the fragment's. */
  readonly text: string;
  /** The bytes of a stream. */
  readonly contents?: Uint8Array;
}

/** What a fragment's objects refer to by numbers below their own, and only the file has. */
export const outside = { document: 1, pages: 2 } as const;
/** The number of a fragment's first object; the others follow. */
export const firstNumber = 3;

/**
 * The element of an annotation, or those of a page's marks by their numbers, as object numbers (ISO 32000-1, 14.7.4.4); 0
 * for a mark that is of no element.
 */
export type ParentEntry = number | readonly number[];

export interface Fragment {
  /** The program that printed it. */
  readonly producer: string;
  readonly objects: readonly FragmentObject[];
  /** Numbers of the pages, in order. */
  readonly pages: readonly number[];
  /** Numbers of the elements below the document, in order. */
  readonly tops: readonly number[];
  /** By key, from 0. */
  readonly parents: readonly (readonly [key: number, entry: ParentEntry])[];
  /** Elements by their ids, in the order of these; no other fragment has an id that begins as they do. */
  readonly ids: readonly (readonly [id: string, element: number])[];
  /** Named destinations: names as they stand in a file, and what they lead to, as text of an object. */
  readonly destinations: readonly (readonly [name: string, target: string])[];
  /** The names to which its links lead, as they stand in a file. */
  readonly links: readonly string[];
}

/** A fragment as it is found in a PDF that is being changed. */
export interface FragmentParts {
  readonly producer: string;
  readonly outside: { readonly document: PDFRef; readonly pages: PDFRef };
  readonly pages: readonly PDFRef[];
  readonly tops: readonly PDFRef[];
  readonly parents: ReadonlyMap<number, PDFRef | readonly (PDFRef | undefined)[]>;
  readonly ids: readonly (readonly [string, PDFRef])[];
  readonly destinations: readonly (readonly [string, PDFObject])[];
  readonly links: readonly string[];
}

/** Takes a fragment, with all that it leads to and nothing else, out of a PDF. */
export function takeFragment(objects: Objects, parts: FragmentParts): Fragment {
  const { producer, pages, tops, parents, ids, destinations, links } = parts;
  const numbers = new Map<number, number>([
    [parts.outside.document.objectNumber, outside.document],
    [parts.outside.pages.objectNumber, outside.pages],
  ]);
  const found: PDFObject[] = [];
  for (const [{ objectNumber }, object] of reachable(objects, [...pages, ...tops])) {
    numbers.set(objectNumber, firstNumber + found.length);
    found.push(object);
  }
  const numberOf = (number: number) => numbers.get(number) ?? 0;
  const numberOfRef = ({ objectNumber }: PDFRef) => numberOf(objectNumber);
  const textOf = (object: PDFObject) =>
    relocate(objectText(object), { object: numberOf, key: (key) => key });
  return {
    producer,
    links,
    objects: found.map((object) => {
      if (!(object instanceof PDFStream)) return { text: textOf(object) };
      object.updateDict();
      return { text: textOf(object.dict), contents: object.getContents() };
    }),
    pages: pages.map(numberOfRef),
    tops: tops.map(numberOfRef),
    parents: [...parents]
      .sort(([one], [other]) => one - other)
      .map(([key, value]) => [
        key,
        'objectNumber' in value
          ? numberOfRef(value)
          : Array.from(value, (ref) => (ref ? numberOfRef(ref) : 0)),
      ]),
    ids: ids.map(([id, ref]) => [id, numberOfRef(ref)]),
    destinations: destinations.map(([name, target]) => [name, textOf(target)]),
  };
}
