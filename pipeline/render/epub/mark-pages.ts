/** The pages of the print, marked in the book: a marker before the first block of each page. */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { PageMap } from '../../model/edition.ts';

/** A page of the print that the book knows. */
export interface MarkedPage {
  /** As printed: `iv`, `41`. */
  readonly label: string;
  readonly document: string;
  /** The id of its marker. */
  readonly id: string;
}

/**
 * Puts the markers into the trees, which stand in reading order, and returns them in that order. A page that begins
 * inside a line is marked at the next one; pages without a printed number are not marked, since nobody can ask for them.
 * `places` are the ids that only this needs: they are taken away.
 */
export function markPages(
  documents: readonly { readonly name: string; readonly tree: Root }[],
  map: PageMap,
  places: readonly string[],
): readonly MarkedPage[] {
  const marked: MarkedPage[] = [];
  const passing = new Set(places);
  let reached = -1;
  for (const { name, tree } of documents) {
    const openings: { block: Element; markers: Element[] }[] = [];
    visit(tree, 'element', (node) => {
      const page = map.anchors.get(String(node.properties['id'] ?? ''));
      if (page === undefined || page <= reached) return undefined;
      const markers: Element[] = [];
      for (let index = reached + 1; index <= page; index++) {
        const label = map.pages[index]?.label;
        if (!label) continue;
        const id = `page.${index + 1}`;
        markers.push(marker(id, label));
        marked.push({ label, document: name, id });
      }
      reached = page;
      openings.push({ block: node, markers });
      return undefined;
    });
    for (const { block, markers } of openings) holderOf(block).children.unshift(...markers);
    visit(tree, 'element', ({ properties }) => {
      if (passing.has(String(properties['id'] ?? ''))) delete properties['id'];
    });
  }
  return marked;
}

/** Elements that take a marker nowhere but inside a cell or item. */
const containers = new Set([
  'table',
  'caption',
  'colgroup',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'ul',
  'ol',
  'dl',
]);
const cells = new Set(['td', 'th', 'li', 'dt', 'dd', 'caption']);

/** Where a marker may stand (HTML content models): in the block itself, or in its first cell or item. */
function holderOf(block: Element): Element {
  if (!containers.has(block.tagName)) return block;
  let holder: Element = block;
  visit(block, 'element', (node) => {
    if (node === block || !cells.has(node.tagName)) return undefined;
    holder = node;
    return false;
  });
  return holder;
}

/** EPUB Accessibility Techniques 1.1, 4.1.1: Page markers. */
function marker(id: string, label: string): Element {
  const children: ElementContent[] = [];
  return {
    type: 'element',
    tagName: 'span',
    properties: { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: label },
    children,
  };
}
