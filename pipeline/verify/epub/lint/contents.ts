/** Whether the contents are whole, and say what stands there. */
import type { Element } from 'xast';
import { type Book, elements, type Fault, is, pathFrom, wordsOf } from './book-file.ts';

/** Each document of the text stands in the contents, and wherever a list leads to one, under its own title. */
export function lintContents({ nav, documents }: Book): readonly Fault[] {
  if (nav === undefined) return [];
  const headings = new Map(
    documents.flatMap(({ name, root }) => {
      // The title page's heading is the book's title: the contents call it what it is.
      if (elements(root).some((node) => is(node, 'titlepage'))) return [];
      return elements(root, 'h1')
        .slice(0, 1)
        .map((heading) => [name, heading] as const);
    }),
  );
  const toc = elements(nav.root, 'nav').find((node) => is(node, 'toc'));
  const listed = new Set(linksIn(nav.name, toc).map(({ target }) => target));
  return [
    ...documents
      .filter(({ name, root }) => elements(root, 'h1').length > 0 && !listed.has(name))
      .map(({ name, root }) => ({
        rule: 'heading-not-in-contents',
        file: name,
        node: elements(root, 'h1')[0],
        message: 'This document has a heading, but the contents do not lead to it.',
        help: 'Add it to nav[epub:type=toc].',
      })),
    ...documents.flatMap(({ name, root }) =>
      elements(root, 'nav')
        .filter((node) => is(node, 'toc') || node.attributes['epub:type'] === undefined)
        .flatMap((node) => linksIn(name, node))
        .flatMap(({ node, target, whole }) => {
          const heading = headings.get(target);
          if (!whole || heading === undefined || wordsOf(node) === wordsOf(heading)) return [];
          return {
            rule: 'entry-under-another-title',
            file: name,
            node,
            message: `This entry says "${wordsOf(node)}", the heading of ${target} "${wordsOf(heading)}".`,
            help: 'Give both the same words.',
          };
        }),
    ),
  ];
}

/** Links, the document that each leads to, and whether it leads to the whole of it. */
function linksIn(file: string, list: Element | undefined) {
  return elements(list, 'a').map((node) => {
    const href = node.attributes['href'] ?? '';
    return { node, target: pathFrom(file, href), whole: !href.includes('#') };
  });
}
