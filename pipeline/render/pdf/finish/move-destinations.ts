/** Named destinations at the height where their blocks are. */
import { type PDFContext, type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, numberOf } from '../../../pdf/lookup.ts';
import type { PrintPage } from './print-pages.ts';

/**
 * Moves the named destinations to where their blocks are: Chromium measures from the page's edge, as if there were no
 * margin. Only the height is kept, so that nobody is scrolled sideways.
 */
export function moveDestinations(
  context: PDFContext,
  catalog: PDFDict,
  pages: readonly PrintPage[],
): void {
  const byRef = new Map(pages.map((page) => [page.ref, page]));
  const destinations = dictOf(context, entry(catalog, 'Dests'));
  for (const [name, value] of destinations?.entries() ?? []) {
    const [ref, , , y] = itemsOf(context, value);
    const page = ref instanceof PDFRef ? byRef.get(ref) : undefined;
    const height = numberOf(context, y);
    if (!page || height === undefined) continue;
    const [, , , top = 0] = itemsOf(context, entry(page.dict, 'MediaBox')).map(
      (edge) => numberOf(context, edge) ?? 0,
    );
    const margin = top - (page.scan.area?.[3] ?? top);
    destinations?.set(name, context.obj([page.ref, 'XYZ', null, height - margin, null]));
  }
}
