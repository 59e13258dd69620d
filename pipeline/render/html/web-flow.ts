/** What the web edition adds to a flow: links on paragraph numbers, tables that scroll, images that load late. */
import type { Element, ElementContent, RootContent } from 'hast';

import { h } from 'hastscript';
import type { Labels } from '../../model/edition.ts';
import type { Flow, Note } from '../../model/resolved.ts';
import { walkElements } from '../../model/walk-elements.ts';
import { adaptFlow, flowToHtml } from '../flow.ts';
import { asCards } from './cards.ts';
import type { PageLinks } from './site.ts';

/** Where a flow will stand. */
export interface WebPage {
  readonly links: PageLinks;
  src(assetPath: string): string;
  /** The notes at the end of the page. */
  readonly notes: readonly Note[];
  readonly labels: Labels;
}

/** Flows of plain text are the same on every page: titles, which stand in the contents of all of them. */
const plainTexts = new WeakMap<Flow, string>();

/** A flow as the HTML of a page, with its links as that page writes them. */
export function webFlow(flow: Flow, page: WebPage): string {
  const known = plainTexts.get(flow);
  if (known !== undefined) return known;
  if (flow.children.every(({ type }) => type === 'text')) {
    const text = flowToHtml(flow);
    plainTexts.set(flow, text);
    return text;
  }
  const { href } = page.links;
  const copy = adaptFlow(flow, { href, note: href, src: page.src, labels: page.labels });
  return flowToHtml({ ...copy, children: copy.children.map((node) => inPage(node, page)) });
}

/** The node as the page shows it; changes it, and what is in it. */
function inPage<Node extends RootContent>(node: Node, page: WebPage): Node | Element {
  if (node.type !== 'element') return node;
  addToElement(node, page);
  if (node.tagName === 'table') return scrolling(node, page.labels);
  node.children = node.children.map((child) => inPage(child, page));
  return node;
}

function addToElement(node: Element, { labels, notes }: WebPage): void {
  const { id, dataParagraph } = node.properties;
  if (node.tagName === 'input') tick(node);
  if (node.tagName === 'img') node.properties = { ...node.properties, loading: 'lazy' };
  if (typeof id !== 'string') return;
  if (dataParagraph !== undefined) {
    node.children.unshift(numberLink(id, String(dataParagraph), labels));
  }
  // Where there is room, a note stands beside its first call: styles/html/side-notes.css finds it by its number.
  const note = notes.find(({ calls }) => calls[0] === id);
  if (note) node.properties = { ...node.properties, dataCall: String(note.number) };
}

/** What is done and what is not, as a sign: a box that nobody can tick is no field, and has no name. */
function tick(node: Element): void {
  const sign = node.properties['checked'] === true ? '☑' : '☐';
  node.tagName = 'span';
  node.properties = { className: ['checkbox'], role: 'img', ariaLabel: sign };
  node.children = [{ type: 'text', value: sign }];
}

function numberLink(id: string, number: string, labels: Labels): ElementContent {
  const { linkToParagraph = '' } = labels;
  return h(
    'a.paragraph-number',
    { href: `#${id}`, ariaLabel: linkToParagraph.replace('{number}', number) },
    number,
  );
}

/** A wide table scrolls by itself, also by keyboard, and leaves the page as narrow as it is. */
function scrolling(table: Element, labels: Labels): Element {
  const { table: name = '' } = labels;
  alignByClass(table);
  walkElements(table, alignByClass);
  asCards(table);
  return h('div.table-scroll', { role: 'group', tabIndex: 0, ariaLabel: name }, table);
}

function alignByClass(node: Element): void {
  const { align, ...rest } = node.properties;
  if (typeof align === 'string') node.properties = { ...rest, className: [`align-${align}`] };
}
