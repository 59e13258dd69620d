/** Whether the contents are whole. */
import { elements, type Fault, is, type Parsed } from './book-file.ts';

/** Each document of the text stands in the contents. */
export function lintContents(
  nav: Parsed | undefined,
  documents: readonly Parsed[],
): readonly Fault[] {
  if (nav === undefined) return [];
  const folder = nav.name.replace(/[^/]*$/u, '');
  const toc = elements(nav.root, 'nav').find((node) => is(node, 'toc'));
  const listed = new Set(
    elements(toc, 'a').map(
      (node) => folder + (node.attributes['href'] ?? '').replace(/#.*$/su, ''),
    ),
  );
  return documents
    .filter(({ name, root }) => elements(root, 'h1').length > 0 && !listed.has(name))
    .map(({ name, root }) => ({
      rule: 'heading-not-in-contents',
      file: name,
      node: elements(root, 'h1')[0],
      message: 'This document has a heading, but the contents do not lead to it.',
      help: 'Add it to nav[epub:type=toc].',
    }));
}
