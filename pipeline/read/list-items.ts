/** The lists of a part: which blocks they are, and an item's first line apart at its colon. */
import type { ListItem, PhrasingContent, Text } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';
import type { Block } from '../model/draft.ts';

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

/** An item's first paragraph as `name: description`, and the blocks beneath it. */
export interface SplitItem {
  readonly name: string;
  readonly description: readonly PhrasingContent[];
  readonly blocks: readonly Block[];
}

export function splitItem(item: ListItem): SplitItem {
  const [first, ...blocks] = item.children;
  if (first?.type !== 'paragraph') return { name: '', description: [], blocks: item.children };
  const { name, description } = splitAtColon(first.children);
  return { name, description, blocks };
}

/** Phrasing split at its first `: ` (or a colon at the end), outside links and emphasis. */
export function splitAtColon(content: readonly PhrasingContent[]): Omit<SplitItem, 'blocks'> {
  for (const [index, node] of content.entries()) {
    const at = node.type === 'text' ? node.value.search(/:(?:\s|$)/u) : -1;
    if (node.type !== 'text' || at === -1) continue;
    const name = mdastText([
      ...content.slice(0, index),
      { ...node, value: node.value.slice(0, at) },
    ]);
    const rest = restOf(node, at + 1);
    return {
      name: name.trim(),
      description: [...(rest ? [rest] : []), ...content.slice(index + 1)],
    };
  }
  return { name: mdastText([...content]).trim(), description: [] };
}

function restOf(node: Text, from: number): Text | undefined {
  const value = node.value.slice(from).trimStart();
  return value === '' ? undefined : { ...node, value };
}
