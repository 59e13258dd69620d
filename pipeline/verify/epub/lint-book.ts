/** Our own look at a finished book: whether its metadata is true of its content, and its navigation whole. */
import type { Finding } from '../../model/finding.ts';
import type { Verdict } from '../verdict.ts';
import { lintAccess } from './lint/access.ts';
import { elements, type Fault, is, readBook } from './lint/book-file.ts';
import { lintContents } from './lint/contents.ts';
import { lintCover } from './lint/cover.ts';
import { lintLanguage } from './lint/language.ts';
import { lintLinks } from './lint/links.ts';
import { lintMetadata } from './lint/metadata.ts';
import { lintNotes } from './lint/notes.ts';
import { lintPages } from './lint/pages.ts';
import { lintRoles } from './lint/roles.ts';

/** Raises nothing: what cannot be read is a finding. */
export function lintBook(book: { readonly path: string; readonly bytes: Uint8Array }): Verdict {
  const { parsed: files, unread } = readBook(book.bytes);
  const opf = files.find(({ name }) => name.endsWith('.opf'));
  const nav = files.find(({ root }) => elements(root, 'nav').some((node) => is(node, 'toc')));
  const documents = files.filter(({ name }) => name.endsWith('.xhtml'));
  const faults =
    opf === undefined
      ? []
      : [
          ...lintAccess(opf, documents),
          ...lintMetadata(opf, documents),
          ...lintLanguage(opf, documents),
          ...lintPages(opf, nav, documents),
          ...documents.flatMap(lintNotes),
          ...lintContents(nav, documents),
          ...lintCover(opf),
          ...documents.flatMap(lintLinks),
          ...documents.flatMap(lintRoles),
        ];
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
    findings: [...unread.map(unreadable), ...faults].map((fault) => toFinding(book.path, fault)),
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
