/** Whether the imprint and the metadata name the same people, rights and numbers. */
import { type Book, elements, type Fault, is, textOf, texts } from './book-file.ts';

const told = ['dc:title', 'dc:creator', 'dc:publisher', 'dc:rights', 'dc:identifier'];

/** What the metadata says of the book's making stands in its imprint, where it has one. */
export function lintImprint({ opf, documents }: Book): readonly Fault[] {
  const document = documents.find(({ root }) => elements(root).some((node) => is(node, 'imprint')));
  if (document === undefined) return [];
  const words = bare(textOf(document.root));
  return told
    .flatMap((name) => texts(opf, name).map((text) => ({ name, text })))
    .filter(({ text }) => !words.includes(bare(text.replace(/^urn:isbn:/iu, ''))))
    .map(({ name, text }) => ({
      rule: 'untrue-imprint',
      file: document.name,
      message: `The metadata says "${text}" (${name}), which does not stand in the imprint.`,
      help: 'Give both the same words.',
    }));
}

/** Numbers are hyphenated in one and not in the other. */
function bare(text: string): string {
  return text.replace(/[\s-]+/gu, '').normalize('NFC');
}
