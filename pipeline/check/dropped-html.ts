/** The HTML that an author wrote: what the sanitiser takes out of it, and the drawings in it. */
import type { Element, Properties, Root } from 'hast';
import type { Html, Root as MdastRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Block } from '../model/draft.ts';
import { closeDrawings, wordsOf } from '../model/safe-drawing.ts';
import { leadsOutside, safeHtml } from '../model/safe-html.ts';

/** An element that is left out, or one that loses an attribute. */
export interface DroppedHtml {
  readonly tagName: string;
  /** As hast names it, such as `style` or `onClick`; undefined where the whole element goes. */
  readonly attribute: string | undefined;
  /** The offset of the element's start tag. */
  readonly offset: number;
}

const parse = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, safeHtml).freeze();

/** The losses in blocks that stand together, found by comparing the tree before and after sanitising. */
export function droppedHtml(blocks: readonly Block[]): readonly DroppedHtml[] {
  const found = parsed(blocks);
  if (found === undefined) return [];
  const kept = new Map<string, Element>();
  const safe = sanitise.runSync(found.tree);
  closeDrawings(safe);
  visit(safe, 'element', (element) => {
    kept.set(keyOf(element), element);
  });
  const dropped: DroppedHtml[] = [];
  visit(found.tree, 'element', (element) => {
    const offset = element.position?.start.offset;
    if (offset === undefined || !isWritten(found.written, offset)) return;
    dropped.push(...losses(element, kept.get(keyOf(element)), offset));
  });
  return dropped;
}

/** The offsets of drawings that do not say in words what they show. */
export function namelessDrawings(blocks: readonly Block[]): readonly number[] {
  const offsets: number[] = [];
  const { tree } = parsed(blocks) ?? { tree: undefined };
  if (tree === undefined) return offsets;
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'svg') return undefined;
    const offset = element.position?.start.offset;
    if (wordsOf(element) === '' && offset !== undefined) offsets.push(offset);
    return SKIP;
  });
  return offsets;
}

/** The blocks with the HTML in them as elements; undefined where nothing but comments is written. */
function parsed(blocks: readonly Block[]): { tree: Root; written: readonly Html[] } | undefined {
  const root: MdastRoot = { type: 'root', children: [...blocks] };
  const written: Html[] = [];
  visit(root, 'html', (node) => {
    written.push(node);
  });
  if (written.every((node) => isComment(node.value))) return undefined;
  return { tree: parse.runSync(root), written };
}

/** No two elements of one name start at the same spot, and the sanitiser keeps places. */
function keyOf(element: Element): string {
  return `${element.position?.start.offset} ${element.tagName}`;
}

function losses(
  { tagName, properties }: Element,
  kept: Element | undefined,
  offset: number,
): readonly DroppedHtml[] {
  return kept === undefined
    ? [{ tagName, attribute: undefined, offset }]
    : Object.keys(properties)
        .filter((name) => !(name in kept.properties) || leadsNowhere(name, properties[name]))
        .map((attribute) => ({ tagName, attribute, offset }));
}

/** An address within the plan: only Markdown's links are resolved. */
function leadsNowhere(name: string, value: Properties[string]): boolean {
  return (name === 'href' || name === 'cite') && !leadsOutside(String(value));
}

/** Whether the offset lies in one of the pieces of HTML, which are in document order, and not in what Markdown made. */
function isWritten(pieces: readonly Html[], offset: number): boolean {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.position?.end.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (pieces[low]?.position?.start.offset ?? Number.POSITIVE_INFINITY) <= offset;
}

function isComment(html: string): boolean {
  return /^\s*<!--[\s\S]*-->\s*$/u.test(html) && html.indexOf('-->') === html.lastIndexOf('-->');
}
