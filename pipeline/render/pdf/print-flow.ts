/** Flows as the print shows them: links inside the document, hyphens, headings below the parts'. */
import type { Element, ElementContent, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Labels } from '../../model/edition.ts';
import type { Asset, Flow } from '../../model/resolved.ts';
import { adaptFlow, flowToHtml } from '../flow.ts';
import { nameLines } from '../print-places.ts';
import { breakFormulas } from './break-formulas.ts';
import { assetFile } from './files.ts';
import { nameFirstLines } from './first-lines.ts';
import { type Hyphenate, hyphenateTree } from './hyphenate.ts';

/** What a print needs to write flows. */
export interface FlowContext {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly hyphenators: ReadonlyMap<string, Hyphenate>;
  readonly labels: Labels;
  /** Goals and sections by anchor: a link that names one by its title gets the number too. */
  readonly targets: ReadonlyMap<
    string,
    { readonly number: string | undefined; readonly title: string }
  >;
}

/** A flow as HTML for the print, in a language. Its highest heading becomes one of the given level. */
export function printFlow(flow: Flow, lang: string, level: number, context: FlowContext): string {
  const copy = toPrint(flow, context);
  markReferences(copy, context);
  setHeadings(copy, level);
  hyphenateTree(copy, lang, context.hyphenators);
  markForeign(copy);
  return flowToHtml(copy);
}

/** A flow shown a second time, in a list of contents or of recommendations: without ids, links and calls of notes. */
export function printCopy(flow: Flow, lang: string, context: FlowContext): string {
  const copy = toPrint(flow, context);
  visit(copy, 'element', (node, index, parent) => {
    if (parent && index !== undefined && node.tagName === 'sup' && callsNote(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.tagName === 'a') node.tagName = 'span';
    const { id: _, href: __, dataParagraph: ___, ...rest } = node.properties;
    node.properties = rest;
    return undefined;
  });
  // A list is in the plan's language, its entries are in theirs.
  for (const node of copy.children) {
    if (node.type === 'element' && keepsLanguage.has(node.tagName))
      node.properties['lang'] ??= lang;
  }
  hyphenateTree(copy, lang, context.hyphenators);
  markForeign(copy);
  return flowToHtml(copy);
}

/** What keeps its language on the way into the PDF's tags. */
const keepsLanguage = new Set(['p', 'em', 'strong', 'a', 'li', 'blockquote', 'div', 'section']);

/** Gives phrases in another language an element that keeps it: `finish/roles.ts` makes a plain span of it. */
function markForeign(root: Root): void {
  visit(root, 'element', (node) => {
    const { lang, ...rest } = node.properties;
    if (typeof lang !== 'string' || keepsLanguage.has(node.tagName)) return;
    node.properties = rest;
    node.children = [
      element('em', { className: ['foreign'], lang: `${lang}-x-span` }, node.children),
    ];
  });
}

/**
 * Marks links within the plan for the page that `references.ts` writes into them: "the budget (page 20)", and where a
 * link is its target's title, "3.13 Russia, page 41".
 */
function markReferences(root: Root, { targets }: FlowContext): void {
  visit(root, 'element', (node) => {
    const { href, id } = node.properties;
    // The call of a note has an id.
    if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#') || id) return;
    const anchor = href.slice(1);
    const target = targets.get(anchor);
    const titled = target !== undefined && textOf(node).trim() === target.title;
    const key = titled ? 'dataPageAfter' : 'dataPageOf';
    node.children.push(element('span', { [key]: anchor }, []));
    if (!titled) return;
    if (target.number !== undefined) {
      node.children.unshift({ type: 'text', value: `${target.number}\u00A0` });
    }
  });
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function textOf(node: Element): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

function toPrint(flow: Flow, { assets, labels }: FlowContext): Root {
  const copy = adaptFlow(flow, {
    href: (anchor) => `#${anchor}`,
    note: (anchor) => `#${anchor}`,
    src: (path) => assetFile(assets.get(path)),
    labels,
  });
  visit(copy, 'element', (node) => {
    // The browser makes no links of what has a role from DPUB-ARIA.
    const { role, ...rest } = node.properties;
    if (typeof role === 'string' && role.startsWith('doc-')) node.properties = rest;
    if (node.tagName === 'table') setWidth(node);
    // The browser leaves cells without content out of the tags, and the row comes out too short.
    if ((node.tagName === 'td' || node.tagName === 'th') && node.children.length === 0) {
      node.children = [{ type: 'text', value: '\u00A0' }];
    }
  });
  breakFormulas(copy);
  nameLines(copy);
  nameFirstLines(copy);
  return copy;
}

/** More columns than the text's width holds, and more than a page's. */
const wideColumns = 6;
const turnedColumns = 10;

/** Marks a table of many columns as `wide`, one of very many as `turned`. */
function setWidth(table: Element): void {
  let columns = 0;
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return;
    columns = Math.max(columns, row.children.filter(({ type }) => type === 'element').length);
  });
  if (columns > wideColumns) {
    table.properties['className'] = [columns > turnedColumns ? 'turned' : 'wide'];
  }
}

function callsNote(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' && child.tagName === 'a' && child.properties['id'] !== undefined,
  );
}

const heading = /^h([1-6])$/u;

/** Moves the headings of a flow so that the highest one has the level, in steps of one (PDF/UA-1, 7.4.2). */
function setHeadings(root: Root, level: number): void {
  const open: number[] = [];
  visit(root, 'element', (node) => {
    const depth = Number(heading.exec(node.tagName)?.[1] ?? 0);
    if (depth === 0) return;
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    node.tagName = `h${Math.min(6, level + open.length - 1)}`;
  });
}
