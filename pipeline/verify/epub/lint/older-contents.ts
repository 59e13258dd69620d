/** Whether the contents that older reading systems read (NCX) say the same as the others. Open Packaging Format 2.0.1, 2.4.1. */
import { type Book, elements, type Fault, is, texts, wordsOf } from './book-file.ts';

export function lintOlderContents({ opf, nav, ncx }: Book): readonly Fault[] {
  if (ncx === undefined || nav === undefined) return [];
  const fault = (message: string) => ({
    rule: 'older-contents',
    file: ncx.name,
    message,
    help: 'Give the NCX the entries of the navigation document, in its order and words.',
  });
  const compare = (what: string, type: string, point: string) => {
    const list = elements(nav.root, 'nav').find((node) => is(node, type));
    const now = elements(list, 'a').map((node) => [wordsOf(node), node.attributes['href'] ?? '']);
    const old = elements(ncx.root, point).map((node) => [
      wordsOf(elements(node, 'text')[0]),
      elements(node, 'content')[0]?.attributes['src'] ?? '',
    ]);
    const at = now.findIndex((entry, index) => entry.join(' ') !== old[index]?.join(' '));
    if (at < 0 && now.length === old.length) return [];
    const show = (entry: readonly string[] | undefined) =>
      entry === undefined ? 'nothing' : `"${entry[0]}", at ${entry[1]}`;
    const index = at < 0 ? now.length : at;
    return [
      fault(
        `The older contents have ${show(old[index])}, where the ${what} has ${show(now[index])}.`,
      ),
    ];
  };
  const title = wordsOf(elements(elements(ncx.root, 'docTitle')[0], 'text')[0]);
  const [wanted = ''] = texts(opf, 'dc:title');
  return [
    ...(title === wanted.replace(/\s+/gu, ' ').trim()
      ? []
      : [fault(`The older contents call the book "${title}", the metadata "${wanted}".`)]),
    ...compare('table of contents', 'toc', 'navPoint'),
    ...compare('list of pages', 'page-list', 'pageTarget'),
  ];
}
