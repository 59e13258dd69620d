/** A document as it stands in the book, and what the rest of the book needs to know of it. */
import type { Root } from 'hast';
import { countWords } from '../../model/count-words.ts';
import { walkElements } from '../../model/walk-elements.ts';
import type { BookFile, BookFiles } from './book-files.ts';
import { type FontUse, fontUseIn } from './choose-fonts.ts';
import { type Contents, countContents } from './describe-access.ts';
import { type Marked, markPages, type Print } from './mark-pages.ts';
import type { BookDocument } from './write-documents.ts';
import { writeXhtml } from './write-xhtml.ts';

export interface DocumentFacts extends Marked {
  readonly words: number;
  /** As the manifest has them. */
  readonly properties: string;
  readonly held: Contents;
  readonly fonts: FontUse;
  /** The pictures that it shows, by their names in the book. */
  readonly images: readonly string[];
}

export type FinishedDocument = BookFile<DocumentFacts> & { readonly name: string };

/** `reached`: the page of the print that the documents before have reached. */
export function finishDocument(
  { name, key, write }: BookDocument,
  reached: number,
  print: () => Print,
  files: BookFiles,
): FinishedDocument {
  const file = files(name, `${key} ${reached}`, () => {
    const { tree, images } = write();
    const marked = markPages({ name, tree }, print(), reached);
    const facts = {
      ...marked,
      words: countWords(tree),
      properties: propertiesOf(tree),
      held: countContents(tree),
      fonts: fontUseIn(tree),
      images,
    };
    return { bytes: writeXhtml(tree), facts };
  });
  return { name, ...file };
}

/** EPUB Packages 3.2, D.4.3: what a document holds beside XHTML. */
function propertiesOf(tree: Root): string {
  const found = new Set<string>();
  walkElements(tree, ({ tagName }) => {
    if (tagName === 'svg') found.add('svg');
    if (tagName === 'math') found.add('mathml');
  });
  return [...found].sort().join(' ');
}
