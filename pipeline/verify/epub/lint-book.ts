/** Our own look at a finished book: whether its metadata is true of its content, and its navigation whole. */
import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../verdict.ts';
import { lintActive } from './lint/active.ts';
import { type Book, type BookFiles, elements, type Fault, is, readBook } from './lint/book-file.ts';
import { lintConformance } from './lint/conformance.ts';
import { lintContents } from './lint/contents.ts';
import { lintCover } from './lint/cover.ts';
import { lintFeatures } from './lint/features.ts';
import { lintImprint } from './lint/imprint.ts';
import { lintLandmarks } from './lint/landmarks.ts';
import { lintLanguage } from './lint/language.ts';
import { lintLinks } from './lint/links.ts';
import { lintLists } from './lint/lists.ts';
import { lintMetadata } from './lint/metadata.ts';
import { lintModes } from './lint/modes.ts';
import { lintNotes } from './lint/notes.ts';
import { lintOlderContents } from './lint/older-contents.ts';
import { lintPages } from './lint/pages.ts';
import { lintPictures, picturesOf } from './lint/pictures.ts';
import { lintRoles } from './lint/roles.ts';

/** Raises nothing: what cannot be read is a finding. */
export function lintBook(file: { readonly path: string; readonly bytes: Uint8Array }): Verdict {
  const { unread, ...files } = readBook(file.bytes);
  const book = bookOf(files);
  const faults = book === undefined ? [] : rules.flatMap((rule) => rule(book));
  return {
    checked: [
      {
        name: 'briefwright',
        version: 'book lint',
        what: 'Whether what the book says of itself is true, and its navigation whole.',
        rules: 'book/',
      },
    ],
    notChecked: [],
    findings: [...unread.map(unreadable), ...faults].map((fault) => toFinding(file.path, fault)),
  };
}

const rules: readonly ((book: Book) => readonly Fault[])[] = [
  lintPictures,
  lintFeatures,
  lintModes,
  lintConformance,
  ({ opf, documents }) => lintMetadata(opf, documents),
  ({ opf, documents }) => lintLanguage(opf, documents),
  ({ opf, nav, documents }) => lintPages(opf, nav, documents),
  ({ documents }) => documents.flatMap(lintNotes),
  lintContents,
  lintOlderContents,
  lintLandmarks,
  lintCover,
  lintLists,
  lintImprint,
  lintActive,
  ({ documents }) => documents.flatMap(lintLinks),
  ({ documents }) => documents.flatMap(lintRoles),
];

/** A book without a package document is none: EPUBCheck says so. */
function bookOf({ parsed, styles, names }: Omit<BookFiles, 'unread'>): Book | undefined {
  const ending = (end: string) => parsed.filter(({ name }) => name.endsWith(end));
  const [opf] = ending('.opf');
  if (opf === undefined) return undefined;
  const documents = ending('.xhtml');
  return {
    opf,
    nav: documents.find(({ root }) => elements(root, 'nav').some((node) => is(node, 'toc'))),
    ncx: ending('.ncx')[0],
    documents,
    drawings: ending('.svg'),
    styles,
    names,
    ...picturesOf(documents),
  };
}

function unreadable(file: string): Fault {
  return {
    rule: 'unreadable-text',
    file,
    message: 'This file is not well-formed XML, or it declares entities of its own.',
    help: 'Build the book again from unchanged templates.',
  };
}

function toFinding(book: string, { rule, file, node, message, help }: Fault): Finding {
  const start = node?.position?.start ?? { line: 1, column: 1 };
  const point = { line: start.line, column: start.column, offset: 0 };
  return {
    severity: 'error',
    rule: `book/${rule}`,
    message,
    place: { path: `${book}/${file}`, start: point, end: point },
    help,
    related: [],
  };
}
