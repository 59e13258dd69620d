/** Writes the elements of a tree of tags into a PDF, and tells which are the parents of what (ISO 32000-1, 14.7). */
import { PDFHexString, PDFName, type PDFObject, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { type PdfDraft, WrittenObject } from '../../../pdf/draft.ts';
import { dictOf, entry, itemsOf, numberOf, textOf } from '../../../pdf/lookup.ts';
import { objectText } from '../../../pdf/object-text.ts';
import { elementsOf, type TagKid, type TagNode } from '../../../pdf/tag-tree.ts';

/** The elements that were written. */
export interface WrittenTags {
  /** Those below the document, in order. */
  readonly tops: readonly PDFRef[];
  /** By the keys of pages and annotations: the elements of a page's marks by their numbers, or that of the annotation. */
  readonly parents: ReadonlyMap<number, Parent>;
  /** In order. */
  readonly ids: readonly (readonly [string, PDFRef])[];
}

/** The element of an annotation, or those of a page's marks by their numbers. */
type Parent = PDFRef | (PDFRef | undefined)[];

/**
 * Writes what stands below a document, whose own element is `documentRef`. Ids are given anew, with a prefix, so that they
 * do not depend on what else was printed. Elements are written as text at once: there are a hundred to a page.
 */
export function writeTags(
  file: PdfDraft,
  documentRef: PDFRef,
  document: TagNode,
  prefix: string,
): WrittenTags {
  const { context } = file;
  const parents = new Map<number, Parent>();
  const marksOf = new Map<PDFRef, (PDFRef | undefined)[]>();
  const ids: [string, PDFRef][] = [];
  const { byNode, byName } = newIds(document, prefix);
  const tops = document.kids.flatMap((kid) =>
    kid.kind === 'node' ? [write(kid, documentRef)] : [],
  );
  return { tops, parents, ids: ids.sort(([one], [other]) => (one < other ? -1 : 1)) };

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
function newIds(document: TagNode, prefix: string) {
  const byNode = new Map<TagNode, string>();
  const byName = new Map<string, string>();
  for (const node of elementsOf([document])) {
    if (node.id === undefined && node.type !== 'Note') continue;
    const id = `${prefix}${String(byNode.size + 1).padStart(6, '0')}`;
    byNode.set(node, id);
    if (node.id !== undefined) byName.set(node.id, id);
  }
  return { byNode, byName };
}
