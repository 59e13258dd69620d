/** A parsed file in a form that is cheap to keep and to send: a twentieth of what parsing it again costs. */
import type { Nodes } from 'mdast';
import type { Fault } from '../model/draft.ts';
import type { RawText } from '../model/sources.ts';
import { utf8Text } from './decode.ts';
import type { Parsed, ParsedFile } from './parse-file.ts';

export interface PackedFile {
  /** The tree without positions, the faults, and whether there is a text. */
  readonly json: string;
  /** Six numbers a node, parents first: line, column and offset where it starts and ends; zeros where it stands nowhere. */
  readonly places: Int32Array;
}

type Content = readonly [tree: ParsedFile['tree'], faults: readonly Fault[], read: boolean];

/** To be called before the tree is read, since reading adds to it. */
export function packFile({ file: { source, tree }, faults }: Parsed): PackedFile {
  const places: number[] = [];
  addPlaces(tree, places);
  const content: Content = [tree, faults, source.text !== ''];
  const json = JSON.stringify(content, (key, value) => (key === 'position' ? undefined : value));
  return { json, places: Int32Array.from(places) };
}

/** The same file again; `raw` is what it was parsed from. */
export function unpackFile({ json, places }: PackedFile, { path, bytes }: RawText): Parsed {
  const [tree, faults, read]: Content = JSON.parse(json);
  setPlaces(tree, places, 0);
  return { file: { source: { path, text: read ? utf8Text(bytes) : '' }, tree }, faults };
}

function addPlaces(node: Nodes, places: number[]): void {
  const { start, end } = node.position ?? nowhere;
  places.push(start.line, start.column, start.offset ?? 0, end.line, end.column, end.offset ?? 0);
  if ('children' in node) for (const child of node.children) addPlaces(child, places);
}

const nowhere = {
  start: { line: 0, column: 0, offset: 0 },
  end: { line: 0, column: 0, offset: 0 },
};

/** Sets the places from an index on; the index after those that were used. */
function setPlaces(node: Nodes, places: Int32Array, from: number): number {
  const at = (index: number) => places[from + index] ?? 0;
  if (at(0) > 0) {
    node.position = {
      start: { line: at(0), column: at(1), offset: at(2) },
      end: { line: at(3), column: at(4), offset: at(5) },
    };
  }
  let next = from + 6;
  if ('children' in node) {
    for (const child of node.children) next = setPlaces(child, places, next);
  }
  return next;
}
