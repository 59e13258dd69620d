/** The pages of a print, and on which of them its named destinations lie. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type ObjectReader, openObjects } from '../../pdf/object-reader.ts';

/** What a pass over the print needs to know of it. */
export interface Destinations {
  readonly pageCount: number;
  /** Anchor (as in the HTML, percent-decoded) to the index of its page, from 0. */
  readonly pages: ReadonlyMap<string, number>;
}

/**
 * Where the named destinations of Chromium's print lie. Chromium exports a destination for each id that some link
 * of the page leads to, and for no other (ISO 32000-1, 12.3.2.3: `Dests` in the catalog).
 * Raises `Error` where the bytes are no print.
 */
export function readDestinations(print: Uint8Array): Destinations {
  const objects = openObjects(print);
  const pages = pagesOf(objects);
  const indexes = new Map(pages.map((page, index) => [page, index]));
  const dests = objects.resolve(objects.catalog.get(PDFName.of('Dests')));
  const entries = dests instanceof PDFDict ? dests.entries() : [];
  return {
    pageCount: pages.length,
    pages: new Map(
      entries.flatMap(([name, value]) => {
        const destination = objects.resolve(value);
        const page = destination instanceof PDFArray ? destination.get(0) : undefined;
        const index = page instanceof PDFRef ? indexes.get(page) : undefined;
        return index === undefined ? [] : [[percentDecode(name.decodeText()), index] as const];
      }),
    ),
  };
}

/** The references of a document's pages, in order. */
export function pagesOf(objects: ObjectReader): readonly PDFRef[] {
  const pages: PDFRef[] = [];
  const seen = new Set<PDFObject>();
  const visit = (object: PDFObject | undefined) => {
    const node = objects.resolve(object);
    if (!(node instanceof PDFDict) || seen.has(node)) return;
    seen.add(node);
    const kids = objects.resolve(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) visit(kid);
    else if (object instanceof PDFRef) pages.push(object);
  };
  visit(objects.catalog.get(PDFName.of('Pages')));
  return pages;
}

/** The anchor behind a destination's name. Chromium writes what is not ASCII in percent escapes. */
export function percentDecode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
