/** The lists of a part: which blocks they are, and an item's first line apart at its colon. */
import type { ListItem, PhrasingContent, Text } from 'mdast';
import type { Block } from '../model/draft.ts';
import { wordsOf } from './words-of.ts';

/** The blocks of a part around those of the given types. */
export interface Around {
  readonly before: readonly Block[];
  readonly items: readonly Block[];
  readonly after: readonly Block[];
}

/** Splits blocks at the first one of the given types; later ones of them are items too. */
export function around(content: readonly Block[], types: readonly string[]): Around {
  const first = content.findIndex((block) => types.includes(block.type));
  if (first === -1) return { before: content, items: [], after: [] };
  const rest = content.slice(first);
  return {
    before: content.slice(0, first),
    items: rest.filter((block) => types.includes(block.type)),
    after: rest.filter((block) => !types.includes(block.type)),
  };
}

/** The phrasing of an item's first paragraph; nothing where the item begins with another block. */
export function firstParagraph({ children: [first] }: ListItem): readonly PhrasingContent[] {
  return first?.type === 'paragraph' ? first.children : [];
}

/** The blocks beneath an item's first paragraph. */
export function blocksBelow({ children }: ListItem): readonly Block[] {
  return children[0]?.type === 'paragraph' ? children.slice(1) : children;
}

/** What stands before and after a colon. */
export interface SplitText {
  readonly name: string;
  readonly description: readonly PhrasingContent[];
}

/** Phrasing split at its first `: ` (or a colon at the end), outside links and emphasis. */
export function splitAtColon(content: readonly PhrasingContent[]): SplitText {
  for (const [index, node] of content.entries()) {
    const at = node.type === 'text' ? node.value.search(/:(?:\s|$)/u) : -1;
    if (node.type !== 'text' || at === -1) continue;
    const name = wordsOf([...content.slice(0, index), { ...node, value: node.value.slice(0, at) }]);
    const rest = restOf(node, at + 1);
    return {
      name: name.trim(),
      description: [...(rest ? [rest] : []), ...content.slice(index + 1)],
    };
  }
  return { name: wordsOf([...content]).trim(), description: [] };
}

function restOf(node: Text, from: number): Text | undefined {
  const value = node.value.slice(from).trimStart();
  return value === '' ? undefined : { ...node, value };
}
