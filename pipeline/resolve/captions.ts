/** Captions: `Table: …` in a paragraph before a table, and the title of a picture that stands alone. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** How the author may begin a table's caption, in the languages of our labels. */
const tableCaption = /^(?:Table|Tableau|Tabelle|Tabla|جدول)\s*:\s*/u;

/** Numbers captioned tables and figures through the whole plan. */
export interface CaptionCounter {
  /** The number of the next table or figure, kept with its caption's text. */
  next(kind: 'table' | 'figure', caption: string): { number: number; anchor: string };
}

/** Moves each caption into its table or figure, and marks where its label and number go. */
export function placeCaptions(root: Root, counter: CaptionCounter): void {
  const blocks: RootContent[] = [];
  for (const node of root.children) {
    const caption =
      node.type === 'element' && node.tagName === 'table' ? takeCaption(blocks) : undefined;
    if (node.type === 'element' && caption !== undefined) {
      const { number, anchor } = counter.next('table', textOf(caption));
      node.properties = { ...node.properties, id: anchor };
      node.children.unshift({ ...captionElement('caption', 'table', number, caption) });
    }
    blocks.push(node.type === 'element' ? asFigure(node, counter) : node);
  }
  root.children = blocks;
}

/** The caption's content, taken off the end of the blocks where a paragraph announces one. */
function takeCaption(blocks: RootContent[]): ElementContent[] | undefined {
  const index = blocks.findLastIndex((node) => node.type === 'element');
  const before = blocks[index];
  if (before?.type !== 'element' || before.tagName !== 'p') return undefined;
  const first = before.children[0];
  if (first?.type !== 'text' || !tableCaption.test(first.value)) return undefined;
  blocks.splice(index);
  return [{ ...first, value: first.value.replace(tableCaption, '') }, ...before.children.slice(1)];
}

/** A paragraph that is one picture becomes a figure, with the picture's title as its caption; a drawing has its own words. */
function asFigure(node: Element, counter: CaptionCounter): Element {
  if (node.tagName === 'svg')
    return { ...node, tagName: 'figure', properties: {}, children: [node] };
  const only = node.children[0];
  if (node.tagName !== 'p' || node.children.length !== 1) return node;
  if (only?.type === 'element' && only.tagName === 'svg') return { ...node, tagName: 'figure' };
  if (only?.type !== 'element' || only.tagName !== 'img') return node;
  const { title, ...properties } = only.properties;
  const picture: Element = { ...only, properties };
  if (typeof title !== 'string') return { ...node, tagName: 'figure', children: [picture] };
  const { number, anchor } = counter.next('figure', title);
  const caption = captionElement('figcaption', 'figure', number, [{ type: 'text', value: title }]);
  return { ...node, tagName: 'figure', properties: { id: anchor }, children: [picture, caption] };
}

function captionElement(
  tagName: 'caption' | 'figcaption',
  kind: 'table' | 'figure',
  number: number,
  children: ElementContent[],
): Element {
  const label: Element = {
    type: 'element',
    tagName: 'span',
    properties: { dataCaption: kind, dataNumber: String(number) },
    children: [],
  };
  return { type: 'element', tagName, properties: {}, children: [label, ...children] };
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : '',
    )
    .join('');
}
