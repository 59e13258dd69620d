/** Whether what the package document says of the text can be found in the text. */
import { countWords } from '../../../model/count-words.ts';
import { isIsbn } from '../../../model/isbn.ts';
import { elements, type Fault, is, metas, type Parsed, textOf, texts } from './book-file.ts';

/** Title, number of words, the print that pages are cited from, ISBN. */
export function lintMetadata(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  return [
    ...lintTitle(opf, documents),
    ...lintWords(opf, documents),
    ...lintPagination(opf, documents),
    ...lintIsbn(opf),
  ];
}

function lintTitle(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const [title = ''] = texts(opf, 'dc:title');
  const page = documents.find(({ root }) => elements(root).some((node) => is(node, 'titlepage')));
  const heading = elements(page?.root, 'h1')[0];
  if (page === undefined || heading === undefined || bare(textOf(heading)) === bare(title))
    return [];
  return [
    {
      rule: 'untrue-title',
      file: page.name,
      node: heading,
      message: `The title page says "${textOf(heading)}", the metadata "${title}".`,
      help: 'Give both the same title.',
    },
  ];
}

/** The navigation document repeats what stands elsewhere, and is not counted. */
function lintWords(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const [said] = metas(opf, 'schema:wordCount');
  if (said === undefined) return [];
  const counted = documents
    .filter(({ root }) => !elements(root, 'nav').some((node) => is(node, 'toc')))
    .reduce((sum, { root }) => sum + countWords(root), 0);
  if (Number(said) === counted) return [];
  return [
    {
      rule: 'untrue-word-count',
      file: opf.name,
      message: `The metadata counts ${said} words, the book has ${counted}.`,
      help: `Write <meta property="schema:wordCount">${counted}</meta>.`,
    },
  ];
}

/** EPUB Accessibility 1.1, 4.1.2: who marks pages says whose they are. */
function lintPagination(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const sourced = elements(opf.root, 'meta').some(
    (node) => node.attributes['property'] === 'source-of' && textOf(node) === 'pagination',
  );
  const paged = documents.some(({ root }) => elements(root).some((node) => is(node, 'pagebreak')));
  if (sourced === paged) return [];
  return [
    {
      rule: 'untrue-pagination',
      file: opf.name,
      message: paged
        ? 'Pages are marked, but the metadata does not say of which print.'
        : 'The metadata names a print for its pages, but no page is marked.',
      help: 'Name the print by dc:source and a meta "source-of", where pages are marked, and only there.',
    },
  ];
}

function lintIsbn(opf: Parsed): readonly Fault[] {
  return elements(opf.root, 'dc:identifier')
    .filter((node) => /^urn:isbn:/iu.test(textOf(node)) && !isIsbn(textOf(node).slice(9)))
    .map((node) => ({
      rule: 'wrong-isbn',
      file: opf.name,
      node,
      message: `${textOf(node)} is no ISBN: its last digit does not fit the others.`,
      help: 'Compare the ISBN in plan.md with the one that the agency gave.',
    }));
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
