/** The text of an element as Markdown's blocks. */
import type { List, RootContent } from 'mdast';
import type { Range, Tell } from '../notes.ts';
import { paragraph } from '../text.ts';

/** What whole texts stand for nothing: "[To be determined]", "TBD". */
const placeholder = /^(?:\[\s*to\s+be\s+[^[\]]{2,40}\]|\[?\s*tb[acd]\s*\]?)\.?$/iu;

/** A text in one line. */
export function lineOf(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/gu, ' ').trim();
}

/** A text without the space around it and around its lines; empty, with a note, where it only holds a place. */
export function textOf(raw: string, at: Range, tell: Tell): string {
  const text = raw
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  if (placeholder.test(text)) {
    tell('empty', `"${lineOf(text)}" only holds a place; it is written as empty.`, at);
    return '';
  }
  return text;
}

/** Tells where white space was tidied: round trips differ there. */
export function tellTidied(raw: string, text: string, at: Range, tell: Tell): void {
  if (text === '' || raw.replace(/\r\n?/gu, '\n') === text) return;
  tell('repaired', 'White space around lines is left out.', at);
}

/** Paragraphs: blank lines and the ` ^^ ` of some writers divide them. */
export function paragraphsOf(text: string, at: Range, tell: Tell): string[] {
  if (/\s\^\^(?:\s|$)/u.test(text)) {
    tell('repaired', '" ^^ " is read as the end of a paragraph.', at);
  }
  return text
    .split(/(?<!\s)\s+\^\^(?:\s+|$)|\n\n/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A text's paragraphs and lists. */
export function blocksOf(text: string, at: Range, tell: Tell): RootContent[] {
  return paragraphsOf(text, at, tell).flatMap((group) => blocksOfGroup(group, at, tell));
}

const marker = /^([*•▪-])\s+(?=\S)/u;

/** One paragraph, or what stands before a list, the list, and what stands after it. */
function blocksOfGroup(group: string, at: Range, tell: Tell): RootContent[] {
  const lines = group.split('\n');
  const first = lines.findIndex((line) => marker.test(line));
  if (first === -1) return [paragraph(group)];
  const before = lines.slice(0, first).join('\n');
  const items: string[] = [];
  for (const line of lines.slice(first)) {
    if (marker.test(line)) items.push(line.replace(marker, ''));
    else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  if (before !== '' || !lines.slice(first).every((line) => line.startsWith('* '))) {
    tell('repaired', 'Lines that begin with a bullet are written as a list.', at);
  }
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(item)],
    })),
  };
  return before === '' ? [list] : [paragraph(before), list];
}
