/** Whether the book has a cover that shops and shelves can show. */
import { elements, type Fault, type Parsed } from './book-file.ts';

/** EPUB Packages 3.2, D.4.3.1: one item of the manifest is the cover's picture. */
export function lintCover(opf: Parsed): readonly Fault[] {
  const covers = elements(opf.root, 'item').filter((node) =>
    (node.attributes['properties'] ?? '').split(/\s+/u).includes('cover-image'),
  );
  if (covers.length === 1) return [];
  return [
    {
      rule: 'no-cover',
      file: opf.name,
      message: `${covers.length === 0 ? 'No picture' : 'More than one picture'} is marked as the cover.`,
      help: 'Give one item of the manifest properties="cover-image".',
    },
  ];
}
