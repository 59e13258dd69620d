/** The pages of a print, and on which of them its named destinations lie. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Places } from '../../model/edition.ts';
import { type ObjectReader, openObjects } from '../../pdf/object-reader.ts';

/**
 * Where the named destinations of Chromium's print lie. Chromium exports a destination for each id that some link
 * of the page leads to, and for no other (ISO 32000-1, 12.3.2.3: `Dests` in the catalog).
 * Raises `Error` where the bytes are no print.
 */
export function readDestinations(print: Uint8Array): Places {
  const objects = openObjects(print);
  const pages = pagesOf(objects);
  const indexes = new Map(pages.map((page, index) => [page, index]));
  const dests = objects.resolve(objects.catalog.get(PDFName.of('Dests')));
  const sizes = pages.map((page) => sizeOf(objects, page));
  const places = new Map<string, number>();
  const offsets = new Map<string, number>();
  for (const [name, value] of dests instanceof PDFDict ? dests.entries() : []) {
    const destination = objects.resolve(value);
    if (!(destination instanceof PDFArray)) continue;
    const page = destination.get(0);
    const index = page instanceof PDFRef ? indexes.get(page) : undefined;
    if (index === undefined) continue;
    const anchor = percentDecode(name.decodeText());
    places.set(anchor, index);
    // Chromium measures from the page's upper edge, as if there were no margin.
    const y = destination.size() > 3 ? objects.resolve(destination.get(3)) : undefined;
    const height = sizes[index]?.[1];
    if (y instanceof PDFNumber && height !== undefined) offsets.set(anchor, height - y.asNumber());
  }
  return {
    pageCount: pages.length,
    pages: places,
    offsets,
    turned: new Set(sizes.flatMap(([width, height], page) => (width > height ? [page] : []))),
  };
}

/** Width and height of a page. */
function sizeOf(objects: ObjectReader, page: PDFRef): readonly [number, number] {
  const dict = objects.resolve(page);
  const box =
    dict instanceof PDFDict ? objects.resolve(dict.get(PDFName.of('MediaBox'))) : undefined;
  const edges = box instanceof PDFArray ? box.asArray() : [];
  const [, , width = 0, height = 0] = edges.map((edge) =>
    edge instanceof PDFNumber ? edge.asNumber() : 0,
  );
  return [width, height];
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
