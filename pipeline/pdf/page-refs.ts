/** The pages of a PDF (ISO 32000-1, 7.7.3). */
import { type PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, type Objects } from './lookup.ts';

/** The references of a document's pages, in order. */
export function pagesOf(objects: Objects, catalog: PDFDict): readonly PDFRef[] {
  const pages: PDFRef[] = [];
  const seen = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined) => {
    const node = dictOf(objects, object);
    if (!node || seen.has(node)) return;
    seen.add(node);
    const kids = entry(node, 'Kids');
    if (kids) for (const kid of itemsOf(objects, kids)) visit(kid);
    else if (object instanceof PDFRef) pages.push(object);
  };
  visit(entry(catalog, 'Pages'));
  return pages;
}
