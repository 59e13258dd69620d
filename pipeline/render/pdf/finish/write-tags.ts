/** Writes a tree of tags into a PDF: elements, the tree of parents, ids and roles (ISO 32000-1, 14.7). */
import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type PdfDraft, WrittenObject } from '../../../pdf/draft.ts';
import { dictOf, entry, itemsOf, numberOf, textOf } from '../../../pdf/lookup.ts';
import { objectText } from '../../../pdf/object-text.ts';
import { elementsOf, type TagKid, type TagNode } from '../../../pdf/tag-tree.ts';

/** Types that are not in ISO 32000-1, and the nearest that is. */
const roleMap = { Em: 'Span', Strong: 'Span' };

/**
 * Replaces the tree below the tree's root. Ids are given anew, so that they do not depend on what else was printed.
 * Elements are written as text at once: there are a hundred to a page.
 */
export function writeTags(
  file: PdfDraft,
  rootRef: PDFRef,
  treeRoot: PDFDict,
  document: TagNode,
): void {
  const { context } = file;
  const parents = new Map<number, Parent>();
  const marksOf = new Map<PDFRef, (PDFRef | undefined)[]>();
  const ids: [string, PDFRef][] = [];
  const { byNode, byName } = newIds(document);
  const documentRef = write(document, rootRef);
  treeRoot.set(PDFName.of('K'), documentRef);
  treeRoot.set(PDFName.of('RoleMap'), context.obj(roleMap));
  treeRoot.set(PDFName.of('ParentTree'), context.register(parentTree(context, parents)));
  treeRoot.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(nextKey(parents)));
  treeRoot.delete(PDFName.of('IDTree'));
  if (ids.length > 0) treeRoot.set(PDFName.of('IDTree'), context.register(idTree(context, ids)));

  function write(node: TagNode, parent: PDFRef): PDFRef {
    const ref = context.nextRef();
    const refs: PDFRef[] = [];
    const page = node.kids.find((kid) => kid.kind === 'marked')?.page;
    const kids = node.kids.map((kid) => writeKid(kid, ref, page, refs));
    const id = byNode.get(node);
    const parts = [
      `<</S${PDFName.of(node.type)}/P ${parent}`,
      page === undefined ? '' : `/Pg ${page}`,
      kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`,
      id === undefined ? '' : `/ID(${id})`,
      text('Lang', node.lang),
      text('Alt', node.alt),
      text('ActualText', node.actualText),
      attributes(node),
      '>>',
    ];
    context.assign(ref, new WrittenObject(parts.join(''), refs));
    if (id !== undefined) ids.push([id, ref]);
    return ref;
  }

  /** `refs` are those of the elements that are written. */
  function writeKid(kid: TagKid, parent: PDFRef, page: PDFRef | undefined, refs: PDFRef[]): string {
    if (kid.kind === 'node') {
      const ref = write(kid, parent);
      refs.push(ref);
      return ref.toString();
    }
    if (kid.kind === 'object') {
      const key = numberOf(file, entry(dictOf(file, kid.object), 'StructParent'));
      if (key !== undefined) parents.set(key, parent);
      return `<</Type/OBJR/Obj ${kid.object}${kid.page === undefined ? '' : `/Pg ${kid.page}`}>>`;
    }
    marksOn(kid.page)[kid.mcid] = parent;
    return kid.page === page ? `${kid.mcid}` : `<</Type/MCR/Pg ${kid.page}/MCID ${kid.mcid}>>`;
  }

  /** The elements of a page's marks by their numbers. */
  function marksOn(page: PDFRef): (PDFRef | undefined)[] {
    const known = marksOf.get(page);
    if (known) return known;
    const marks: (PDFRef | undefined)[] = [];
    marksOf.set(page, marks);
    const key = numberOf(file, entry(dictOf(file, page), 'StructParents'));
    if (key !== undefined) parents.set(key, marks);
    return marks;
  }

  /** A cell spans one row and one column unless it says otherwise. */
  function attributes(node: TagNode): string {
    if (node.attributes.size === 0) return '';
    const dicts = [...node.attributes].flatMap(([owner, values]) => {
      const dict = context.obj({ O: PDFName.of(owner) });
      for (const [key, value] of values) {
        const spansOne = /^(?:Row|Col)Span$/u.test(key) && numberOf(file, value) === 1;
        if (!spansOne) dict.set(PDFName.of(key), key === 'Headers' ? headers(value) : value);
      }
      return dict.entries().length > 1 ? [objectText(dict)] : [];
    });
    if (dicts.length === 0) return '';
    return dicts.length === 1 ? `/A${dicts[0]}` : `/A[${dicts.join('')}]`;
  }

  function headers(value: PDFObject): PDFObject {
    const names = itemsOf(file, value).flatMap(
      (item) => byName.get(textOf(file, item) ?? '') ?? [],
    );
    return context.obj(names.map((name) => PDFString.of(name)));
  }
}

function text(key: string, value: string | undefined): string {
  return value === undefined ? '' : `/${key}${PDFHexString.fromText(value)}`;
}

/** New ids by where they stand. Of one width, so that their order is that of their letters. Notes must have one. */
function newIds(document: TagNode) {
  const byNode = new Map<TagNode, string>();
  const byName = new Map<string, string>();
  for (const node of elementsOf([document])) {
    if (node.id === undefined && node.type !== 'Note') continue;
    const id = `id${String(byNode.size + 1).padStart(6, '0')}`;
    byNode.set(node, id);
    if (node.id !== undefined) byName.set(node.id, id);
  }
  return { byNode, byName };
}

/** The element of an annotation, or those of a page's marks by their numbers. */
type Parent = PDFRef | (PDFRef | undefined)[];

function nextKey(parents: ReadonlyMap<number, Parent>): number {
  let next = 0;
  for (const key of parents.keys()) next = Math.max(next, key + 1);
  return next;
}

function parentTree(context: PDFContext, parents: ReadonlyMap<number, Parent>): PDFDict {
  const numbers = [...parents]
    .sort(([one], [other]) => one - other)
    .flatMap(([key, value]) => [
      PDFNumber.of(key),
      Array.isArray(value)
        ? context.register(context.obj(Array.from(value, (ref) => ref ?? null)))
        : value,
    ]);
  return context.obj({ Nums: numbers });
}

function idTree(context: PDFContext, ids: readonly [string, PDFRef][]): PDFDict {
  return context.obj({ Names: ids.flatMap(([id, ref]) => [PDFString.of(id), ref]) });
}
