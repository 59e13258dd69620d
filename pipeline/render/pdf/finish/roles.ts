/**
 * The roles that the print's templates give to elements for which HTML, or Chromium, has none. They travel as private
 * subtags of the language (RFC 5646, 2.2.7), the one attribute that reaches the tags: `lang="en-x-toc"`. The browser
 * passes on a language only where it is not that of the element around, so roles that may nest have different names.
 */
import type { TagNode } from '../../../pdf/tag-tree.ts';

/** What stands at the foot of a page, until its notes are moved to their calls. */
export const footType = 'Foot';

/** Role in the templates to structure type (ISO 32000-1, 14.8.4). */
export const roles: Readonly<Record<string, string>> = {
  sect: 'Sect',
  goal: 'Sect',
  section: 'Sect',
  part: 'Sect',
  toc: 'TOC',
  toci: 'TOCI',
  index: 'Index',
  note: 'Note',
  foot: footType,
  span: 'Span',
};

/** The role of the list around notes: in the PDF they stand in the text one by one. */
export const aroundNotes = 'notes';

/** The role of an element, and its language without it; none where its language is a plain one. */
export function roleOf({ lang = '' }: TagNode): { readonly lang?: string; readonly role?: string } {
  const [, plain = '', role] = /^(.*)-x-([a-z]+)$/u.exec(lang) ?? [];
  return role === undefined ? {} : { role, ...(plain !== '' && { lang: plain }) };
}
