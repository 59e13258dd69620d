/** Whether the book has a cover that shops and shelves can show. */
import { type Book, elements, type Fault, is, pathFrom, texts } from './book-file.ts';

/** EPUB Packages 3.2, D.4.3.1: one item of the manifest is the cover's picture; it is the one that the book shows first. */
export function lintCover({ opf, documents }: Book): readonly Fault[] {
  const covers = elements(opf.root, 'item').filter((node) =>
    (node.attributes['properties'] ?? '').split(/\s+/u).includes('cover-image'),
  );
  const fault = (message: string, help: string) => ({
    rule: 'no-cover',
    file: opf.name,
    message,
    help,
  });
  const [cover] = covers;
  if (cover === undefined || covers.length > 1)
    return [
      fault(
        `${cover === undefined ? 'No picture' : 'More than one picture'} is marked as the cover.`,
        'Give one item of the manifest properties="cover-image".',
      ),
    ];
  const [title = ''] = texts(opf, 'dc:title');
  const file = pathFrom(opf.name, cover.attributes['href'] ?? '');
  const shown = documents
    .filter(({ root }) => elements(root).some((node) => is(node, 'cover')))
    .flatMap(({ name, root }) =>
      elements(root, 'img').map(({ attributes }) => ({
        path: pathFrom(name, attributes['src'] ?? ''),
        alt: attributes['alt'] ?? '',
      })),
    );
  return [
    ...(shown.some(({ path }) => path !== file)
      ? [
          fault(
            'The cover that the book shows is another picture than the one for shelves.',
            'Show the picture that has properties="cover-image".',
          ),
        ]
      : []),
    ...(shown.some(({ alt }) => alt !== '' && !alt.includes(title))
      ? [
          fault(
            `The words for the cover do not say "${title}".`,
            'Give the cover an alternative text with the book’s title.',
          ),
        ]
      : []),
    ...elements(opf.root, 'meta')
      .filter(
        ({ attributes: { name, content } }) =>
          name === 'cover' && content !== cover.attributes['id'],
      )
      .map(() =>
        fault(
          'Older reading systems are told of another cover.',
          'Let <meta name="cover"> name the id of the item with properties="cover-image".',
        ),
      ),
  ];
}
