/** Words of a marked-up text, counted alike where a book is written and where it is examined. */

import { forbiddenInXml } from './xml-characters.ts';

/** A node of hast (`tagName`) or xast (`name`). */
export interface MarkedUp {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
  readonly value?: string | null;
  readonly children?: readonly MarkedUp[];
}

/** Elements within which a word may go on. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);

/** The words below a node, by white space and the borders of blocks; what stands in `head` is none. */
export function countWords(node: MarkedUp): number {
  const texts: string[] = [];
  const walk = (one: MarkedUp): void => {
    const name = one.tagName ?? one.name ?? '';
    if (name === 'head') return;
    if (one.type === 'text') texts.push(one.value ?? '');
    if (one.children === undefined) return;
    const edge = inline.has(name) ? '' : ' ';
    texts.push(edge);
    for (const child of one.children) walk(child);
    texts.push(edge);
  };
  walk(node);
  // A book is written without what XML does not allow.
  return texts.join('').replace(forbiddenInXml, '').match(/\S+/gu)?.length ?? 0;
}
