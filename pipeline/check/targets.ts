/** Links and images that lead nowhere, or where they must not. */
import path from 'node:path';
import type { Definition, Image, Link } from 'mdast';
import type { Fix } from '../model/finding.ts';
import type { BrokenReason, LinkTarget } from '../model/link.ts';
import type { Place } from '../model/place.ts';
import { placeOf, placeOfWords } from './places.ts';
import type { WrittenFile } from './written-file.ts';

/** A target that reading could not find, or that may not be used. */
export interface BrokenTarget {
  readonly from: 'link' | 'image';
  /** As the author wrote it. */
  readonly url: string;
  readonly reason: BrokenReason;
  /** The nearest target that exists, as it would be written in this file. */
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
  const target = asUsed(node.data?.target, from);
  if (target?.kind !== 'broken') return [];
  const { url } = node;
  const place = placeOfWords(file.source, placeOf(file.source, node), url);
  return [{ from, url, reason: target.reason, suggestion: suggestion(file, url, target), place }];
}

/** A definition may lead to the web, until an image is shown from it. */
function asUsed(target: LinkTarget | undefined, from: 'link' | 'image'): LinkTarget | undefined {
  return from === 'image' && target?.kind === 'external'
    ? { kind: 'broken', reason: 'remote-image' }
    : target;
}

/** Reading suggests a path from the project’s root, or an anchor; authors write from their own file. */
function suggestion(
  file: WrittenFile,
  url: string,
  target: Extract<LinkTarget, { kind: 'broken' }>,
): string | undefined {
  if (target.suggestion === undefined) return undefined;
  if (target.reason === 'no-such-anchor') return `${url.split('#', 1)[0]}#${target.suggestion}`;
  if (url.includes('#')) return undefined;
  const relative = path.posix.relative(path.posix.dirname(file.source.path), target.suggestion);
  return relative.split('/').map(encodeSegment).join('/');
}

/** What would end a link’s address in Markdown is written as its code. */
function encodeSegment(segment: string): string {
  return segment.replace(/[\s()<>%#?]/gu, encodeURIComponent);
}

/** Writes the nearest target; a guess, unless only upper and lower case differ. */
export function retarget(target: BrokenTarget): { readonly fix?: Fix } {
  if (target.suggestion === undefined) return {};
  return {
    fix: {
      title: `Write "${target.suggestion}"`,
      safe: target.reason === 'case-differs',
      edits: [{ place: target.place, text: target.suggestion }],
    },
  };
}

/** `Did you mean "x"? ` where there is a nearest target. */
export function meant(target: BrokenTarget): string {
  return target.suggestion === undefined ? '' : `Did you mean "${target.suggestion}"? `;
}
