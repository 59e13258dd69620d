/** Named destinations at the height where their blocks are. */
import { type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import { dictOf, entry, itemsOf, numberOf } from '../../../pdf/lookup.ts';
import type { PrintPage } from './print-pages.ts';

/**
 * Moves the named destinations to where their blocks are: Chromium measures from the page's edge, as if there were no
 * margin. Only the height is kept, so that nobody is scrolled sideways.
 */
export function moveDestinations(
  file: PdfDraft,
  catalog: PDFDict,
  pages: readonly PrintPage[],
): void {
  const byRef = new Map(pages.map((page) => [page.ref, page]));
  const destinations = dictOf(file, entry(catalog, 'Dests'));
  for (const [name, value] of destinations?.entries() ?? []) {
    const [ref, , , y] = itemsOf(file, value);
    const page = ref instanceof PDFRef ? byRef.get(ref) : undefined;
    const height = numberOf(file, y);
    if (!page || height === undefined) continue;
    const [, , , top = 0] = itemsOf(file, entry(page.dict, 'MediaBox')).map(
      (edge) => numberOf(file, edge) ?? 0,
    );
    const margin = top - (page.scan.area?.[3] ?? top);
    destinations?.set(name, file.context.obj([page.ref, 'XYZ', null, height - margin, null]));
  }
}
