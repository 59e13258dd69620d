/** A file's bytes to its tree, within the bounds that everything after it relies on. */
import type { Nodes, Root } from 'mdast';
import type { Fault, SourceText } from '../model/draft.ts';
import type { RawText } from '../model/sources.ts';
import { decode } from './decode.ts';
import { parseMarkdown, placeOf } from './markdown.ts';

/** A parsed file. */
export interface ParsedFile {
  readonly source: SourceText;
  readonly tree: Root;
  /** What its path and content are known by, where something is kept of it. */
  readonly key?: string;
}

/** A parsed file, and what was stumbled over in it. */
export interface Parsed {
  readonly file: ParsedFile;
  readonly faults: readonly Fault[];
}

/** How files are parsed: `parseFile`, or one that remembers. */
export type ParseFile = (raw: RawText, note: (fault: Fault) => void) => ParsedFile;

/** Levels of the tree. A list has two a level; whatever walks a tree by recursion can bear this depth. */
export const mostLevels = 250;

/** Reads one file; empty, with a fault, where it is too large or too deep. */
export function parseFile(raw: RawText, note: (fault: Fault) => void): ParsedFile {
  const source = decode(raw, note);
  const tree = parseMarkdown(source.text);
  const deep = firstBelow(tree, mostLevels);
  if (deep === undefined) return { source, tree };
  const { path } = source;
  note({ rule: 'nesting-too-deep', place: placeOf(path, deep), subject: path });
  return { source: { path, text: '' }, tree: parseMarkdown('') };
}

/** As `parseFile`, with the faults as a value. */
export function parsed(raw: RawText): Parsed {
  const faults: Fault[] = [];
  const file = parseFile(raw, (fault) => faults.push(fault));
  return { file, faults };
}

/** The first node at a depth, found without recursion. */
function firstBelow(tree: Root, depth: number): Nodes | undefined {
  let level: readonly Nodes[] = [tree];
  for (let count = 0; count < depth && level.length > 0; count++) {
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return level[0];
}
