/** The root of the structure tree, and what leads into it: parents, ids and roles (ISO 32000-1, 14.7). */
import { type PDFContext, type PDFDict, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { WrittenObject } from '../../../pdf/draft.ts';
import type { PlacedFragment } from './place-fragments.ts';

/** Types that are not in ISO 32000-1, and the nearest that is. */
const roleMap = { Em: 'Span', Strong: 'Span' };

/** Writes the root, and the document's element with those of all fragments in their order. */
export function writeTree(
  context: PDFContext,
  catalog: PDFDict,
  document: number,
  placed: readonly PlacedFragment[],
): void {
  const documentRef = PDFRef.of(document);
  const root = context.nextRef();
  const tops = placed.flatMap(({ fragment, numberOf }) => fragment.tops.map(numberOf));
  const K = tops.map((number) => PDFRef.of(number));
  context.assign(documentRef, context.obj({ S: 'Document', P: root, K }));
  const entries = {
    Type: 'StructTreeRoot',
    K: documentRef,
    RoleMap: roleMap,
    ParentTree: context.register(parentTree(context, placed)),
    ParentTreeNextKey: nextKey(placed),
  };
  const tree = context.obj(entries);
  const ids = idTree(context, placed);
  if (ids) tree.set(PDFName.of('IDTree'), context.register(ids));
  context.assign(root, tree);
  catalog.set(PDFName.of('StructTreeRoot'), root);
}

function nextKey(placed: readonly PlacedFragment[]): number {
  const keys = placed.flatMap(({ fragment, keyOf }) => {
    const last = fragment.parents.at(-1);
    return last ? [keyOf(last[0])] : [];
  });
  return (keys.at(-1) ?? -1) + 1;
}

/** A number tree (7.9.7), with a leaf for each fragment. */
function parentTree(context: PDFContext, placed: readonly PlacedFragment[]): PDFDict {
  const leaves = placed.flatMap(({ fragment: { parents }, keyOf, numberOf }) => {
    const [first, last] = [parents[0], parents.at(-1)];
    if (!first || !last) return [];
    const numbers = parents.map(([key, entry]) => {
      if (typeof entry === 'number') return `${keyOf(key)} ${numberOf(entry)} 0 R`;
      const refs = entry.map((number) => (number === 0 ? 'null' : `${numberOf(number)} 0 R`));
      return `${keyOf(key)}[${refs.join(' ')}]`;
    });
    const limits = `${keyOf(first[0])} ${keyOf(last[0])}`;
    return [leaf(context, `<</Limits[${limits}]/Nums[${numbers.join(' ')}]>>`)];
  });
  return context.obj({ Kids: leaves });
}

/** A name tree (7.9.6), with a leaf for each fragment that has ids; undefined where none has. */
function idTree(context: PDFContext, placed: readonly PlacedFragment[]): PDFDict | undefined {
  const leaves = placed.flatMap(({ fragment: { ids }, numberOf }) => {
    const [first, last] = [ids[0], ids.at(-1)];
    if (!first || !last) return [];
    const names = ids.map(([id, element]) => `${PDFString.of(id)}${numberOf(element)} 0 R`);
    const limits = `${PDFString.of(first[0])}${PDFString.of(last[0])}`;
    return [{ first: first[0], text: `<</Limits[${limits}]/Names[${names.join('')}]>>` }];
  });
  if (leaves.length === 0) return undefined;
  leaves.sort((one, other) => (one.first < other.first ? -1 : 1));
  return context.obj({ Kids: leaves.map(({ text }) => leaf(context, text)) });
}

function leaf(context: PDFContext, text: string): PDFRef {
  return context.register(new WrittenObject(text, []));
}
