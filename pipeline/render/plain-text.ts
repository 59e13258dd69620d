/** Flows as plain text, as StratML and JSON hold it: blank lines between paragraphs, `* ` before list items. */
import type { Element, ElementContent, RootContent } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { wordsOf } from '../model/safe-drawing.ts';

/** What plain text cannot say. */
export type TextLoss =
  | 'emphasis'
  | 'link'
  | 'address'
  | 'table'
  | 'picture'
  | 'note'
  | 'heading'
  | 'quote'
  | 'code'
  | 'numbering';

/** Is told of each thing that is lost. */
export type Lose = (kind: TextLoss) => void;

type Node = RootContent | ElementContent;

const blockNames = new Set([
  ...['blockquote', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4'],
  ...['h5', 'h6', 'hr', 'ol', 'p', 'pre', 'table', 'ul'],
]);

export function isBlock(node: Node): node is Element {
  return node.type === 'element' && blockNames.has(node.tagName);
}

/** Blocks, or phrasing, as text. */
export function plainText(nodes: readonly Node[], lose: Lose): string {
  const pieces: string[] = [];
  let inline: Node[] = [];
  const flush = () => {
    const text = tidy(inlineText(inline, lose));
    if (text !== '') pieces.push(text);
    inline = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) inline.push(node);
    else {
      flush();
      const text = blockText(node, lose);
      if (text !== '') pieces.push(text);
    }
  }
  flush();
  return pieces.join('\n\n');
}

/** Lines without the space around them. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function blockText(node: Element, lose: Lose): string {
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return listText(node, lose);
    case 'table':
      lose('table');
      return tableText(node, lose);
    case 'pre':
      lose('code');
      return hastText(node).replace(/\n+$/u, '');
    case 'hr':
      return '';
    case 'blockquote':
      lose('quote');
      return plainText(node.children, lose);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      lose('heading');
      return tidy(inlineText(node.children, lose));
    default:
      return plainText(node.children, lose);
  }
}

function listText(list: Element, lose: Lose): string {
  const items = list.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'li',
  );
  const loose = items.some((item) =>
    item.children.some((node) => isBlock(node) && node.tagName === 'p'),
  );
  const start = Number(list.properties['start'] ?? 1);
  if (list.tagName === 'ol' && start !== 1) lose('numbering');
  return items
    .map((item, index) => {
      const marker = list.tagName === 'ol' ? `${start + index}. ` : '* ';
      return marker + plainText(item.children, lose).replace(/\n\n/gu, loose ? '\n\n' : '\n');
    })
    .join(loose ? '\n\n' : '\n');
}

function tableText(table: Element, lose: Lose): string {
  const rows: string[] = [];
  const visit = (node: Element): void => {
    if (node.tagName === 'caption') rows.push(tidy(inlineText(node.children, lose)));
    else if (node.tagName === 'tr') {
      const cells = node.children.filter((one): one is Element => one.type === 'element');
      rows.push(cells.map((cell) => tidy(inlineText(cell.children, lose))).join(' | '));
    } else for (const child of node.children) if (child.type === 'element') visit(child);
  };
  visit(table);
  return rows.filter((row) => row !== '').join('\n');
}

/** Phrasing as text; blocks in it come as their text. */
export function inlineText(nodes: readonly Node[], lose: Lose): string {
  return nodes.map((node) => pieceText(node, lose)).join('');
}

function pieceText(node: Node, lose: Lose): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') {
    lose('picture');
    return String(properties['alt'] ?? '');
  }
  if (tagName === 'svg') {
    lose('picture');
    return wordsOf(node);
  }
  if (tagName === 'a') return linkText(node, lose);
  if (tagName === 'input') return properties['checked'] ? '[x] ' : '[ ] ';
  if (emphatic.has(tagName)) lose('emphasis');
  if (tagName === 'code') lose('code');
  return isBlock(node) ? blockText(node, lose) : inlineText(children, lose);
}

const emphatic = new Set(['em', 'strong', 'del', 'ins', 'b', 'i', 'u', 's', 'mark', 'sub', 'q']);

function linkText({ properties, children }: Element, lose: Lose): string {
  const text = inlineText(children, lose);
  if (properties['dataNote'] !== undefined) {
    lose('note');
    return `[${text}]`;
  }
  if (properties['dataTarget'] !== undefined) {
    lose('link');
    return text;
  }
  const address = String(properties['href'] ?? '');
  const bare = address.replace(/^mailto:/u, '');
  if (address === '' || [address, bare, bare.replace(/^https?:\/\//u, '')].includes(text))
    return text;
  lose('address');
  return `${text} (${bare})`;
}
