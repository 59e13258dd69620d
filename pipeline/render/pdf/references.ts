/** The pages that links in the text name: "the budget (page 20)", "3.13 Russia, page 41". */
import type { Labels } from '../../model/edition.ts';
import type { Layout } from './layout.ts';

/** Stands for a page that is not known yet, as wide as most. */
export const unknownPage = '00';

/**
 * Fills the empty elements that `print-flow.ts` puts into links. They are text of the page, not of its style: what a
 * style sheet says is not among a PDF's tags. `numbers` are those of all pages.
 */
export function fillReferences(
  html: string,
  numbers: readonly string[],
  layout: Layout,
  labels: Labels,
): string {
  return html.replace(marker, (_, start: string, kind: string, anchor: string) => {
    const page = numbers[layout.anchors.get(anchor) ?? -1] ?? unknownPage;
    const text = escaped(labels['onPage'] ?? '{page}')
      .replace('{page}', page)
      .replaceAll(' ', '\u00A0');
    return `${start}${kind === 'of' ? ` (${text})` : `, ${text}`}</span>`;
  });
}

const marker = /(<span data-page-(of|after)="([^"]+)">)<\/span>/gu;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
