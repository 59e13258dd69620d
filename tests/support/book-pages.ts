/** The pages that a book marks, with the text before and after each mark, as a reader would compare them with the print. */
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';

export interface MarkInBook {
  readonly label: string;
  readonly file: string;
  /** The letters and digits that follow in one run of text, and those that came last before. */
  readonly after: string;
  readonly before: string;
}

/** In reading order, as the package document has it. */
export function marksIn(book: Uint8Array): readonly MarkInBook[] {
  const files = unzipSync(book);
  const text = (name: string) => strFromU8(files[`OEBPS/${name}`] ?? new Uint8Array());
  const opf = text('content.opf');
  const hrefs = new Map(
    [...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/gu)].map(([, id = '', href = '']) => [
      id,
      href,
    ]),
  );
  const order = [...opf.matchAll(/<itemref idref="([^"]+)"/gu)].map(
    ([, id = '']) => hrefs.get(id) ?? '',
  );
  return order.flatMap((file) => marksInFile(file, text(file)));
}

/** The page-list's labels, in order. */
export function pageList(book: Uint8Array): readonly string[] {
  const toc = strFromU8(unzipSync(book)['OEBPS/toc.xhtml'] ?? new Uint8Array());
  const [, list = ''] = /<nav epub:type="page-list".*?>(.*?)<\/nav>/su.exec(toc) ?? [];
  return [...list.matchAll(/<a href="[^"]+">([^<]*)<\/a>/gu)].map(([, label = '']) => label);
}

function marksInFile(file: string, xml: string): readonly MarkInBook[] {
  const pieces: (string | { readonly label: string })[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') pieces.push(lettersOf(node.value));
    if (node.type === 'element') {
      // Numbers stand in the print's margin, and its reader's list of pages nowhere.
      if (
        node.attributes['class'] === 'paragraph-number' ||
        node.attributes['hidden'] !== undefined
      )
        return;
      if (node.name === 'title') return;
      // The imprint has a heading in the book, and none in the print.
      if (node.name === 'h1' && file === 'imprint.xhtml') return;
      if (node.attributes['role'] === 'doc-pagebreak') {
        pieces.push({ label: node.attributes['aria-label'] ?? '' });
      }
    }
    if (node.type === 'element' || node.type === 'root') node.children.forEach(walk);
  };
  walk(fromXml(xml));
  const said = (piece: string | object): piece is string =>
    typeof piece === 'string' && piece !== '';
  return pieces.flatMap((piece, at) =>
    typeof piece === 'string'
      ? []
      : [
          {
            label: piece.label,
            file,
            after: pieces.slice(at).find(said) ?? '',
            before: pieces.slice(0, at).findLast(said) ?? '',
          },
        ],
  );
}

/** Letters and digits alone: the print hyphenates, sets lists otherwise and puts page numbers between. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
