/** A parsed file in a form that is cheap to keep and to send: a twentieth of what parsing it again costs. */
import type { Nodes } from 'mdast';
import * as z from 'zod';
import type { Fault } from '../model/draft.ts';
import type { RawText } from '../model/sources.ts';
import { utf8Text } from './decode.ts';
import { mostLevels, type Parsed, type ParsedFile } from './parse-file.ts';
import { nodesIn } from './sound-tree.ts';

export interface PackedFile {
  /** The tree without positions, the faults, and whether there is a text. */
  readonly json: string;
  /** Six numbers a node, parents first: line, column and offset where it starts and ends; zeros where it stands nowhere. */
  readonly places: Int32Array;
}

type Content = readonly [tree: ParsedFile['tree'], faults: readonly Fault[], read: boolean];

const numbersANode = 6;

const pointSchema = z.object({ line: z.number(), column: z.number(), offset: z.number() });
const placeSchema = z.object({ path: z.string(), start: pointSchema, end: pointSchema });
const faultSchema = z.object({
  rule: z.string(),
  place: placeSchema,
  subject: z.string(),
  expected: z.exactOptional(z.string()),
  detail: z.exactOptional(z.string()),
  other: z.exactOptional(placeSchema),
});
const contentSchema = z.tuple([z.custom<ParsedFile['tree']>(), z.array(faultSchema), z.boolean()]);

/** To be called before the tree is read, since reading adds to it. */
export function packFile({ file: { source, tree }, faults }: Parsed): PackedFile {
  const places: number[] = [];
  addPlaces(tree, places);
  const content: Content = [tree, faults, source.text !== ''];
  const json = JSON.stringify(content, (key, value) => (key === 'position' ? undefined : value));
  return { json, places: Int32Array.from(places) };
}

/** The same file again; `raw` is what it was parsed from. Undefined where what was kept is no such file. */
export function unpackFile(
  { json, places }: PackedFile,
  { path, bytes }: RawText,
): Parsed | undefined {
  const content = contentOf(json);
  if (content === undefined) return undefined;
  const [tree, faults, read] = content;
  // One level more than the deepest node that parsing leaves.
  if (nodesIn(tree, mostLevels + 1) !== places.length / numbersANode) return undefined;
  setPlaces(tree, places, 0);
  return { file: { source: { path, text: read ? utf8Text(bytes) : '' }, tree }, faults };
}

function contentOf(json: string): Content | undefined {
  try {
    return contentSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
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
  let next = from + numbersANode;
  if ('children' in node) {
    for (const child of node.children) next = setPlaces(child, places, next);
  }
  return next;
}
