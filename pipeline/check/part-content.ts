/** What stands in a part, counted. */
import type { ListItem, RootContent, TableRow } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { DraftPart } from '../model/draft.ts';

/** The items of all lists at the top of a part. */
export function itemsOf(part: DraftPart): readonly ListItem[] {
  return part.content.flatMap((block) => (block.type === 'list' ? block.children : []));
}

/** The rows of all tables at the top of a part, without their heads. */
export function rowsOf(part: DraftPart): readonly TableRow[] {
  return part.content.flatMap((block) => (block.type === 'table' ? block.children.slice(1) : []));
}

/** Blocks of running text: all but headings, comments, rules and definitions. */
export function paragraphsOf(part: DraftPart): readonly RootContent[] {
  const others = new Set(['heading', 'html', 'thematicBreak', 'definition', 'footnoteDefinition']);
  return part.content.filter((block) => !others.has(block.type));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words a part has, in any language: Chinese and Thai have no spaces to count. */
export function wordsIn(part: DraftPart): number {
  return part.content
    .filter((block) => block.type !== 'html')
    .map((block) => [...segmenter.segment(plainText(block))].filter((one) => one.isWordLike).length)
    .reduce((sum, count) => sum + count, 0);
}
