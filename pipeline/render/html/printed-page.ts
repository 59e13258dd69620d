/** Where a goal or a section stands in print. */
import type { PageMap } from '../../model/edition.ts';

/** The label of the printed page on which the node starts; empty where the print is not known. */
export function printedPage(
  pageMap: PageMap | undefined,
  { anchor }: { readonly anchor: string },
): string {
  const index = pageMap?.anchors.get(anchor);
  return index === undefined ? '' : (pageMap?.pages[index]?.label ?? '');
}
