/** Makes paragraphs and list items out of the lines of an outline page. */
import type { OutlineForm } from './outline-layout.ts';
import { joined, type Passage, paragraphsOf, trimmed } from './passage.ts';

/**
 * The paragraphs of some lines. In form A a line break stays one; in the others lines were wrapped, and are
 * joined again unless the next word would have fitted into a line.
 */
export function proseOf(lines: readonly Passage[], form: OutlineForm, width: number): Passage[] {
  return paragraphsOf(lines)
    .flatMap((group) => (form === 'A' ? splitAtMarkers(group) : unwrap(group, width)))
    .map((group) => (form === 'A' ? joined(group, '\n') : joinWrapped(group)));
}

/** The longest line of a page: what it was wrapped at, or less. */
export function widthOf(lines: readonly Passage[]): number {
  return lines.reduce((width, { text }) => Math.max(width, text.length), 0);
}

/** A list item: its first paragraph without the bullet, and the paragraphs that follow it. */
export interface OutlineItem {
  readonly text: Passage;
  readonly rest: readonly Passage[];
  /** False where a paragraph without a bullet was taken for an item. */
  readonly bulleted: boolean;
}

const bullet = /^[•‣▪◦*-]\s+/u;

/** Whether a line begins a list item of form A. */
export function isBulleted(line: Passage): boolean {
  return /^•\s/u.test(line.text);
}

/** The items of a list. Without a single bullet each paragraph counts as one. */
export function itemsOf(
  lines: readonly Passage[],
  form: OutlineForm,
  width: number,
): OutlineItem[] {
  if (!lines.some(({ text }) => bullet.test(text))) {
    return proseOf(lines, form, width).map((text) => ({ text, rest: [], bulleted: false }));
  }
  const groups: Passage[][] = [];
  for (const line of lines) {
    const sign = bullet.exec(line.text)?.[0];
    if (sign !== undefined) {
      groups.push([trimmed(line.text.slice(sign.length), line.start + sign.length)]);
    } else if (groups.length > 0 || line.text !== '') {
      if (groups.length === 0) groups.push([]);
      groups.at(-1)?.push(line);
    }
  }
  return groups.flatMap((group) => {
    const [text, ...rest] = proseOf(group, form, width);
    return text === undefined ? [] : [{ text, rest, bulleted: true }];
  });
}

/** In form A a line that begins like a list item keeps its own line, as a paragraph. */
function splitAtMarkers(group: readonly Passage[]): Passage[][] {
  const groups: Passage[][] = [];
  for (const line of group) {
    const last = groups.at(-1);
    if (last === undefined || /^(?:[•*+–—-]|\(?[\p{L}\p{N}]{1,3}[.)])\s/u.test(line.text)) {
      groups.push([line]);
    } else last.push(line);
  }
  return groups;
}

/** Breaks a wrapped group where a line ended although the next word would have fitted. */
function unwrap(group: readonly Passage[], width: number): Passage[][] {
  const groups: Passage[][] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const word = /^\S+/u.exec(line.text)?.[0] ?? '';
    const fits = (before?.text.length ?? 0) + 1 + word.length <= width;
    if (before === undefined || (fits && !brokenWord.test(before.text))) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

/** The end of a line that was broken at a word's own hyphen. */
const brokenWord = /[\p{L}\p{N}]-$/u;

/** Joins wrapped lines by spaces; a word broken at its own hyphen, "Euro-" and "Atlantic", without. */
function joinWrapped(group: readonly Passage[]): Passage {
  const text = group.reduce((done, { text: line }) => {
    if (done === '') return line;
    const hyphen = brokenWord.test(done) && /^(?!(?:and|or|to)\b)[\p{L}\p{N}]/u.test(line);
    return hyphen ? done + line : `${done} ${line}`;
  }, '');
  return { ...joined(group, ' '), text };
}
