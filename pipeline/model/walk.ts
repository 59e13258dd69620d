/** Goes through a tree of Markdown: a hot path, walked for every file, so no more than a loop. */
import type { Nodes } from 'mdast';

/** Calls `take` with the node and everything beneath it, in document order. Trees are at most 250 levels deep (`read/parse-file.ts`). */
export function walk(node: Nodes, take: (node: Nodes) => void): void {
  take(node);
  if (!('children' in node)) return;
  for (const child of node.children) walk(child, take);
}
