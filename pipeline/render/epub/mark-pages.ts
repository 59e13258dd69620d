/** The pages of the print, marked in the book: a marker before the first block of each page. */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { PageMap } from '../../model/edition.ts';
import { walkElements } from '../../model/walk-elements.ts';

/** A page of the print that the book knows. */
export interface MarkedPage {
  /** As printed: `iv`, `41`. */
  readonly label: string;
  readonly document: string;
  /** The id of its marker. */
  readonly id: string;
}

/** What was marked in a document. */
export interface Marked {
  /** In reading order. */
  readonly pages: readonly MarkedPage[];
  /** The last page that begins in it or before it, from 0; -1 where none does. */
  readonly reached: number;
}

/** The print's pages, and the ids that only they need, which are taken away. */
export interface Print {
  readonly map: PageMap;
  readonly passing: ReadonlySet<string>;
}

/**
 * Puts the markers into a document's tree, from the page after the one that was `reached` before it. A page that begins
 * inside a line is marked at the next one; pages without a printed number are not marked, since nobody can ask for them.
 */
export function markPages(
  { name, tree }: { readonly name: string; readonly tree: Root },
  { map, passing }: Print,
  before: number,
): Marked {
  const pages: MarkedPage[] = [];
  let reached = before;
  const markersUpTo = (page: number): Element[] => {
    const markers: Element[] = [];
    for (let index = reached + 1; index <= page; index++) {
      const label = map.pages[index]?.label;
      if (!label) continue;
      const id = `page.${index + 1}`;
      markers.push(marker(id, label));
      pages.push({ label, document: name, id });
    }
    reached = page;
    return markers;
  };
  const openings: { block: Element; markers: Element[] }[] = [];
  walkElements(tree, (node) => {
    const id = String(node.properties['id'] ?? '');
    const page = map.anchors.get(id);
    if (passing.has(id)) delete node.properties['id'];
    if (page === undefined || page <= reached) return;
    openings.push({ block: node, markers: markersUpTo(page) });
  });
  for (const { block, markers } of openings) holderOf(block).children.unshift(...markers);
  return { pages, reached };
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
