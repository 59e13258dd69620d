/** What templates print, as a tree. */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';

/**
 * An HTML document as a tree without places. Parsing HTML never fails, so neither does a slip in a template.
 * Keeping the places, as rehype-parse does, takes twice the time.
 */
export function parseHtml(html: string): Root {
  const tree = fromParse5(parse(html));
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}
