/**
 * Where a block is said to stand. Its box may begin at the foot of a page of which notes leave its first line no room,
 * so that the place of its box is a page too early; an empty element in the line is where the line is.
 */
import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';

/** Blocks of text, and what consists of them. */
const texts = new Set(['p', 'li', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const groups = new Set(['ul', 'ol', 'dl', 'blockquote', 'div', 'section']);
/** What is a block of its own where a text could begin with it. */
const others = new Set(['table', 'figure', 'pre', 'img', 'svg', 'hr', 'details']);

/** Moves the ids of texts to their first line, those of tables to the caption or the first row. */
export function nameFirstLines(root: Root): void {
  visit(root, 'element', (node) => {
    if (node.properties['id'] === undefined) return;
    if (node.tagName === 'table') nameFirstRow(node);
    else if (texts.has(node.tagName) || groups.has(node.tagName)) nameFirstLine(node);
  });
}

function nameFirstRow(table: Element): void {
  let first: Element | undefined;
  visit(table, 'element', (node) => {
    if (node.tagName !== 'caption' && node.tagName !== 'tr') return undefined;
    first = node;
    return EXIT;
  });
  if (first) first.properties['id'] = takeId(table);
}

function nameFirstLine(block: Element): void {
  const text = firstText(block);
  if (!text) return;
  const properties = { id: takeId(block) };
  text.children.unshift({ type: 'element', tagName: 'span', properties, children: [] });
}

/** The innermost block that a block's first line stands in; undefined where it begins with something else. */
function firstText(block: Element): Element | undefined {
  const first = block.children.find((node) => node.type !== 'text' || node.value.trim() !== '');
  if (first?.type === 'element') {
    if (others.has(first.tagName)) return undefined;
    if (texts.has(first.tagName) || groups.has(first.tagName)) return firstText(first);
  }
  return first && texts.has(block.tagName) ? block : undefined;
}

function takeId({ properties }: Element): string {
  const { id } = properties;
  delete properties['id'];
  return String(id);
}
