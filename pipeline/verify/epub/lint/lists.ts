/** Whether the lists of tables and figures say what stands there. */
import type { Element } from 'xast';
import { type Book, elements, type Fault, is, pathFrom, wordsOf } from './book-file.ts';

const kinds = { lot: ['table', 'caption'], loi: ['figure', 'figcaption'] } as const;

/** Each entry leads to a table or figure, and says its number and caption. */
export function lintLists({ nav, documents }: Book): readonly Fault[] {
  if (nav === undefined) return [];
  return Object.entries(kinds).flatMap(([type, [what, caption]]) => {
    const list = elements(nav.root, 'nav').find((node) => is(node, type));
    return elements(list, 'a').flatMap((node) => {
      const href = node.attributes['href'] ?? '';
      const [, id] = href.split('#');
      const document = documents.find(({ name }) => name === pathFrom(nav.name, href));
      const target = elements(document?.root, what).find((one) => one.attributes['id'] === id);
      const said = wordsOf(elements(target, caption)[0]);
      if (target !== undefined && says(said, node)) return [];
      return {
        rule: 'list-entry',
        file: nav.name,
        node,
        message: `The list says "${wordsOf(node)}", where ${target === undefined ? `there is no ${what}` : `"${said}" stands`}.`,
        help: 'Give both the same number and words.',
      };
    });
  });
}

/** "1 Floods" in the list is "Table 1. Floods" in the text. */
function says(caption: string, entry: Element): boolean {
  const [number = '', ...words] = wordsOf(entry).split(' ');
  return caption.endsWith(words.join(' ')) && caption.split(/[\s.:]+/u).includes(number);
}
