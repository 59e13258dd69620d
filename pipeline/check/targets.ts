/** Links and images that lead nowhere, or where they must not. */
import type { Definition, Image, Link } from 'mdast';
import type { Fix } from '../model/finding.ts';
import type { BrokenReason } from '../model/link.ts';
import type { Place } from '../model/place.ts';
import { placeOf, placeOfWords } from './places.ts';
import type { WrittenFile } from './written-file.ts';

/** A target that reading could not find, or that may not be used. */
export interface BrokenTarget {
  readonly from: 'link' | 'image';
  /** As the author wrote it. */
  readonly url: string;
  readonly reason: BrokenReason;
  /** The nearest target that exists. */
  readonly suggestion: string | undefined;
  readonly place: Place;
}

/** The broken targets of a file: its links and images, and the definitions that references use. */
export function brokenTargets(file: WrittenFile): readonly BrokenTarget[] {
  const shown = new Set(file.imageReferences.map((reference) => reference.identifier));
  return [
    ...file.links.flatMap((link) => broken(file, link, 'link')),
    ...file.images.flatMap((image) => broken(file, image, 'image')),
    ...file.definitions.flatMap((definition) =>
      broken(file, definition, shown.has(definition.identifier) ? 'image' : 'link'),
    ),
  ];
}

function broken(
  file: WrittenFile,
  node: Link | Image | Definition,
  from: 'link' | 'image',
): readonly BrokenTarget[] {
  const target = node.data?.target;
  if (target?.kind !== 'broken') return [];
  const place = placeOfWords(file.source, placeOf(file.source, node), node.url);
  return [{ from, url: node.url, reason: target.reason, suggestion: target.suggestion, place }];
}

/** Writes the nearest target; a guess, unless only upper and lower case differ. */
export function retarget(target: BrokenTarget): { readonly fix?: Fix } {
  if (target.suggestion === undefined) return {};
  return {
    fix: {
      title: `Link to "${target.suggestion}"`,
      safe: target.reason === 'case-differs',
      edits: [{ place: target.place, text: target.suggestion }],
    },
  };
}

/** `Did you mean "x"? ` where there is a nearest target. */
export function meant(target: BrokenTarget): string {
  return target.suggestion === undefined ? '' : `Did you mean "${target.suggestion}"? `;
}
