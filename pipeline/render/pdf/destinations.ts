/** The pages of a print, and on which of them its named destinations lie. */
import { PDFRef } from '@cantoo/pdf-lib';
import type { Places } from '../../model/edition.ts';
import { dictOf, entry, itemsOf, numberOf, type Objects } from '../../pdf/lookup.ts';
import { openObjects } from '../../pdf/object-reader.ts';
import { pagesOf } from '../../pdf/page-refs.ts';

/**
 * Where the named destinations of Chromium's print lie. Chromium exports a destination for each id that some link
 * of the page leads to, and for no other (ISO 32000-1, 12.3.2.3: `Dests` in the catalog).
 * Raises `Error` where the bytes are no print.
 */
export function readDestinations(print: Uint8Array): Places {
  const objects = openObjects(print);
  const pages = pagesOf(objects, objects.catalog);
  const indexes = new Map(pages.map((page, index) => [page, index]));
  const sizes = pages.map((page) => sizeOf(objects, page));
  const places = new Map<string, number>();
  const offsets = new Map<string, number>();
  for (const [name, value] of dictOf(objects, entry(objects.catalog, 'Dests'))?.entries() ?? []) {
    const [page, , , upper] = itemsOf(objects, value);
    const index = page instanceof PDFRef ? indexes.get(page) : undefined;
    if (index === undefined) continue;
    const anchor = percentDecode(name.decodeText());
    places.set(anchor, index);
    // Chromium measures from the page's upper edge, as if there were no margin.
    const y = numberOf(objects, upper);
    const height = sizes[index]?.[1];
    if (y !== undefined && height !== undefined) offsets.set(anchor, height - y);
  }
  return {
    pageCount: pages.length,
    pages: places,
    offsets,
    turned: new Set(sizes.flatMap(([width, height], page) => (width > height ? [page] : []))),
  };
}

/** Width and height of a page. */
function sizeOf(objects: Objects, page: PDFRef): readonly [number, number] {
  const edges = itemsOf(objects, entry(dictOf(objects, page), 'MediaBox'));
  const [, , width = 0, height = 0] = edges.map((edge) => numberOf(objects, edge) ?? 0);
  return [width, height];
}

/** The anchor behind a destination's name. Chromium writes what is not ASCII in percent escapes. */
export function percentDecode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
