/** Goes through the elements of a tree: a hot path, walked several times for every document, so no more than a loop. */
import type { Element, Root } from 'hast';

/** Calls `take` with every element below the node, in document order, before its children. */
export function walkElements(node: Root | Element, take: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    take(child);
    walkElements(child, take);
  }
}
