/** Writes a tree of tags into a PDF: elements, the tree of parents, ids and roles (ISO 32000-1, 14.7). */
import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { entry, itemsOf, numberOf, textOf } from '../../../pdf/lookup.ts';
import { elementsOf, type TagKid, type TagNode } from '../../../pdf/tag-tree.ts';

/** Types that are not in ISO 32000-1, and the nearest that is. */
const roleMap = { Em: 'Span', Strong: 'Span' };

/** Replaces the tree below the tree's root. Ids are given anew, so that they do not depend on what else was printed. */
export function writeTags(context: PDFContext, treeRoot: PDFDict, document: TagNode): void {
  const parents = new Map<number, Parent>();
  const ids: [string, PDFRef][] = [];
  const { byNode, byName } = newIds(document);
  const rootRef = context.getObjectRef(treeRoot);
  const documentRef = write(document, rootRef);
  treeRoot.set(PDFName.of('K'), documentRef);
  treeRoot.set(PDFName.of('RoleMap'), context.obj(roleMap));
  treeRoot.set(PDFName.of('ParentTree'), context.register(parentTree(context, parents)));
  treeRoot.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(nextKey(parents)));
  treeRoot.delete(PDFName.of('IDTree'));
  if (ids.length > 0) treeRoot.set(PDFName.of('IDTree'), context.register(idTree(context, ids)));

  function write(node: TagNode, parent: PDFRef | undefined): PDFRef {
    const ref = context.nextRef();
    const page = node.kids.find((kid) => kid.kind === 'marked')?.page;
    const kids = node.kids.map((kid) => writeKid(kid, ref, page));
    const id = byNode.get(node);
    const dict = context.obj({ S: PDFName.of(node.type) });
    const set = (key: string, value: PDFObject | undefined) => {
      if (value) dict.set(PDFName.of(key), value);
    };
    set('P', parent);
    set('Pg', page);
    const [only] = kids;
    set('K', kids.length === 1 ? only : context.obj(kids));
    set('ID', id === undefined ? undefined : PDFString.of(id));
    set('Lang', text(node.lang));
    set('Alt', text(node.alt));
    set('ActualText', text(node.actualText));
    set('A', attributes(node));
    context.assign(ref, dict);
    if (id !== undefined) ids.push([id, ref]);
    return ref;
  }

  function writeKid(kid: TagKid, parent: PDFRef, page: PDFRef | undefined): PDFObject {
    if (kid.kind === 'node') return write(kid, parent);
    if (kid.kind === 'object') {
      const key = numberOf(context, entry(context.lookup(kid.object, PDFDict), 'StructParent'));
      if (key !== undefined) parents.set(key, parent);
      const at = kid.page === undefined ? {} : { Pg: kid.page };
      return context.obj({ Type: 'OBJR', Obj: kid.object, ...at });
    }
    const key = numberOf(context, entry(context.lookup(kid.page, PDFDict), 'StructParents'));
    if (key !== undefined) {
      const known = parents.get(key);
      const marks = Array.isArray(known) ? known : [];
      marks[kid.mcid] = parent;
      parents.set(key, marks);
    }
    if (kid.page === page) return PDFNumber.of(kid.mcid);
    return context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid });
  }

  /** A cell spans one row and one column unless it says otherwise. */
  function attributes(node: TagNode): PDFObject | undefined {
    const dicts = [...node.attributes].flatMap(([owner, values]) => {
      const dict = context.obj({ O: PDFName.of(owner) });
      for (const [key, value] of values) {
        const spansOne = /^(?:Row|Col)Span$/u.test(key) && numberOf(context, value) === 1;
        if (!spansOne) dict.set(PDFName.of(key), key === 'Headers' ? headers(value) : value);
      }
      return dict.entries().length > 1 ? [dict] : [];
    });
    return dicts.length > 1 ? context.obj(dicts) : dicts[0];
  }

  function headers(value: PDFObject): PDFObject {
    const names = itemsOf(context, value).flatMap(
      (item) => byName.get(textOf(context, item) ?? '') ?? [],
    );
    return context.obj(names.map((name) => PDFString.of(name)));
  }
}

function text(value: string | undefined): PDFHexString | undefined {
  return value === undefined ? undefined : PDFHexString.fromText(value);
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
