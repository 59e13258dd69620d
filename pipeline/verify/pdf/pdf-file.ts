/** A PDF opened for checking: what the clauses of PDF/UA-1 look at, read once. */
import { inflateSync } from 'node:zlib';
import {
  ParseSpeeds,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, numberOf, streamOf } from '../../pdf/lookup.ts';
import { elementsOf, readTags, type TagNode } from '../../pdf/tag-tree.ts';

/** A page, counted from 1 as readers show it. */
export interface FilePage {
  readonly number: number;
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** Decoded; the parts of a divided stream joined. */
  readonly content: Uint8Array;
  readonly resources: PDFDict | undefined;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly FilePage[];
  readonly treeRoot: PDFDict | undefined;
  /** The roots of the structure tree. */
  readonly tree: readonly TagNode[];
  /** Every element of the tree, parents before their kids. */
  readonly elements: readonly TagNode[];
  /** The standard type that an element's type stands for, by the role map; itself where it is mapped to none. */
  readonly typeOf: (node: TagNode) => string;
  /** What the parent tree says of a key: one element, or those of a page's marks (ISO 32000-1, 14.7.4.4). */
  readonly parents: ReadonlyMap<number, PDFObject>;
}

/** Raises `Error` where the bytes are no PDF that can be read without a password. */
export async function openFile(bytes: Uint8Array): Promise<PdfFile> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    throwOnInvalidObject: true,
  });
  const { context, catalog } = document;
  const treeRoot = dictOf(context, entry(catalog, 'StructTreeRoot'));
  const tree = treeRoot ? readTags(context, treeRoot) : [];
  const roles = dictOf(context, entry(treeRoot, 'RoleMap'));
  return {
    bytes,
    context,
    catalog,
    pages: document.getPages().map(({ ref, node: dict }, index) => ({
      number: index + 1,
      ref,
      dict,
      content: contentOf(context, entry(dict, 'Contents')),
      resources: dictOf(context, dict.getInheritableAttribute(resources)),
    })),
    treeRoot,
    tree,
    elements: [...elementsOf(tree)],
    typeOf: ({ type }) => standardType(context, roles, type),
    parents: new Map(numberTree(context, entry(treeRoot, 'ParentTree'), 0)),
  };
}

/** Decoded content: of one stream, or of several that are one. Raises `Error` where a filter is not Flate. */
export function contentOf(context: PDFContext, contents: PDFObject | undefined): Uint8Array {
  const single = streamOf(context, contents);
  const streams = single
    ? [single]
    : itemsOf(context, contents).flatMap((item) => streamOf(context, item) ?? []);
  return Buffer.concat(streams.flatMap((stream) => [decoded(context, stream), newLine]));
}

const resources = PDFName.of('Resources');
const newLine = Buffer.from('\n');

function decoded(context: PDFContext, stream: PDFRawStream): Uint8Array {
  const filters = entry(stream.dict, 'Filter');
  const [only] = [...itemsOf(context, filters), filters];
  if (only === undefined) return stream.contents;
  if (nameOf(context, only) === 'FlateDecode') return inflateSync(stream.contents);
  throw new Error('A content stream is packed in a way that is not read here.');
}

/** Follows the role map to a type that it maps no further; a circle ends where it closes. */
function standardType(context: PDFContext, roles: PDFDict | undefined, type: string): string {
  const seen = new Set<string>();
  let at = type;
  while (!seen.has(at)) {
    seen.add(at);
    const next = nameOf(context, entry(roles, at));
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** The entries of a number tree (ISO 32000-1, 7.9.7). */
export function numberTree(
  context: PDFContext,
  node: PDFObject | undefined,
  depth: number,
): [number, PDFObject][] {
  const dict = dictOf(context, node);
  const numbers = itemsOf(context, entry(dict, 'Nums'));
  const own: [number, PDFObject][] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [key, value] = [numberOf(context, numbers[at]), numbers[at + 1]];
    if (key !== undefined && value) own.push([key, value]);
  }
  if (depth > 32) return own;
  const kids = itemsOf(context, entry(dict, 'Kids'));
  return [...own, ...kids.flatMap((kid) => numberTree(context, kid, depth + 1))];
}
