/** A document's tree as a reading system wants it: notes that pop up, pictures with sizes. */
import type { Element, ElementContent, Root } from 'hast';
import type { Asset } from '../../model/resolved.ts';
import { mendMarkup } from './mend-markup.ts';

/** `notes` are the anchors of the document's notes; `assets` those of the book, by their name in it. */
export function prepareTree(
  tree: Root,
  notes: ReadonlySet<string>,
  assets: ReadonlyMap<string, Asset>,
): void {
  mendMarkup(tree);
  prepareChildren(tree, notes, assets);
}

function prepareChildren(
  parent: Root | Element,
  notes: ReadonlySet<string>,
  assets: ReadonlyMap<string, Asset>,
): void {
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'a') asReference(node, notes);
    prepareChildren(node, notes, assets);
    if (node.properties['dataParagraph']) numberParagraph(node);
    if (node.tagName === 'input') asCheckbox(node);
    if (node.tagName === 'img') parent.children[index] = sized(node, assets);
  }
}

/** EPUB Structural Semantics: a call of a note. A link to a file of the plan has no aim in a book: its words stay. */
function asReference(node: Element, notes: ReadonlySet<string>): void {
  const href = String(node.properties['href'] ?? '');
  if (notes.has(href.slice(1))) {
    Object.assign(node.properties, { 'epub:type': 'noteref', role: 'doc-noteref' });
  }
  if (node.properties['src'] !== undefined) {
    node.tagName = 'span';
    node.properties = {};
  }
}

/** A picture with its size, so that the page does not jump; its words where there is no such picture. */
function sized(node: Element, assets: ReadonlyMap<string, Asset>): Element {
  const src = String(node.properties['src'] ?? '');
  const asset = assets.get(src);
  if (asset === undefined && !src.startsWith('cover.')) {
    const words = String(node.properties['alt'] ?? '');
    return element('span', { className: ['no-picture'] }, [{ type: 'text', value: words }]);
  }
  const { width, height } = asset ?? {};
  if (width !== undefined && height !== undefined) {
    Object.assign(node.properties, { width: Math.round(width), height: Math.round(height) });
  }
  return node;
}

/** The box of a task list: reading systems have no forms. */
function asCheckbox(node: Element): void {
  const box = node.properties['checked'] === true ? '☑' : '☐';
  node.tagName = 'span';
  node.properties = { className: ['checkbox'], role: 'img', ariaLabel: box };
  node.children = [{ type: 'text', value: box }];
}

/** The number by which a paragraph is cited, the same as in print. */
function numberParagraph(node: Element): void {
  const number = element('span', { className: ['paragraph-number'] }, [
    { type: 'text', value: String(node.properties['dataParagraph']) },
  ]);
  node.children.unshift(number, { type: 'text', value: ' ' });
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
