/** The pages of the print, marked in the book: a marker before the first block of each page. */
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { PageMap } from '../../model/edition.ts';
import { walkElements } from '../walk-elements.ts';

/** A page of the print that the book knows. */
export interface MarkedPage {
  /** As printed: `iv`, `41`. */
  readonly label: string;
  readonly document: string;
  /** The id of its marker. */
  readonly id: string;
}

/**
 * Puts the markers into the trees, which are handed to it in reading order. A page that begins inside a line is marked
 * at the next one; pages without a printed number are not marked, since nobody can ask for them.
 */
export class PageMarker {
  /** Those marked so far, in reading order. */
  readonly pages: MarkedPage[] = [];
  readonly #map: PageMap;
  readonly #passing: ReadonlySet<string>;
  #reached = -1;

  /** `places` are the ids that only this needs: they are taken away. */
  constructor(map: PageMap, places: readonly string[]) {
    this.#map = map;
    this.#passing = new Set(places);
  }

  mark({ name, tree }: { readonly name: string; readonly tree: Root }): void {
    const openings: { block: Element; markers: Element[] }[] = [];
    walkElements(tree, (node) => {
      const id = String(node.properties['id'] ?? '');
      const page = this.#map.anchors.get(id);
      if (this.#passing.has(id)) delete node.properties['id'];
      if (page === undefined || page <= this.#reached) return;
      openings.push({ block: node, markers: this.#markersUpTo(page, name) });
    });
    for (const { block, markers } of openings) holderOf(block).children.unshift(...markers);
  }

  #markersUpTo(page: number, document: string): Element[] {
    const markers: Element[] = [];
    for (let index = this.#reached + 1; index <= page; index++) {
      const label = this.#map.pages[index]?.label;
      if (!label) continue;
      const id = `page.${index + 1}`;
      markers.push(marker(id, label));
      this.pages.push({ label, document, id });
    }
    this.#reached = page;
    return markers;
  }
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
