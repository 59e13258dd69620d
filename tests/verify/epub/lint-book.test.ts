import { expect, test } from 'vitest';
import { lintBook } from '../../../pipeline/verify/epub/lint-book.ts';
import { makeBook } from '../../support/book.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';
import { mutate } from '../../support/mutate.ts';

const good = await makeBook(harbour, harbourPages);

function lint(bytes: Uint8Array): readonly string[] {
  return lintBook({ path: 'harbour.epub', bytes }).findings.map(
    ({ rule, place, message }) => `${place.path}:${place.start.line}: ${rule}: ${message}`,
  );
}

test('a book that keeps its promises has no finding, with and without pages', async () => {
  expect(lint(good)).toEqual([]);
  expect(lint(await makeBook(harbour))).toEqual([]);
});

test('what is no book has no finding here: EPUBCheck says what it is', () => {
  expect(lint(new Uint8Array([1, 2, 3]))).toEqual([]);
});

const quay = '1-1-raise-the-quay.xhtml';

test.each([
  ['a picture without words', quay, ' alt="A red dot"', '', 'book/untrue-feature'],
  ['a feature that is not there', 'content.opf', '>ARIA<', '>MathML<', undefined],
  [
    'an access mode too few',
    'content.opf',
    '<meta property="schema:accessMode">visual</meta>',
    '',
    'book/untrue-access-mode',
  ],
  [
    'a feature that is not named',
    'content.opf',
    '>alternativeText<',
    '>index<',
    'book/unnamed-feature',
  ],
  ['formulas gone, their feature left', quay, /<math.*<\/math>/su, 'a', 'book/untrue-feature'],
  [
    'a picture with words for nobody',
    quay,
    ' alt="A red dot"',
    ' alt=" "',
    'book/picture-without-words',
  ],
  [
    'a drawing without a title',
    quay,
    '<h2',
    '<svg xmlns="http://www.w3.org/2000/svg"/><h2',
    'book/picture-without-words',
  ],
  ['an index that is none', 'index.xhtml', ' role="doc-index"', '', 'book/untrue-feature'],
  ['a film and no hazard', quay, '<h2', '<video src="a.mp4"/><h2', 'book/untrue-hazard'],
  [
    'a title of its own',
    'title-page.xhtml',
    'plan-title">The Harbour Plan',
    'plan-title">The Harbor Plan',
    'book/untrue-title',
  ],
  ['a word more than it says', quay, 'It floods', 'It never floods', 'book/untrue-word-count'],
  ['pages of no print', 'content.opf', '>pagination<', '>text<', 'book/untrue-pagination'],
  ['an ISBN with a slip', 'content.opf', '9783161484100', '9783161484101', 'book/wrong-isbn'],
  ['another language', quay, 'lang="en"', 'lang="fr"', 'book/document-language'],
  ['half a language', quay, 'lang="nl" xml:lang="nl"', 'lang="nl"', 'book/phrase-language'],
  ['a type without its role', quay, ' role="doc-notice"', '', 'book/type-without-role'],
  ['no cover', 'content.opf', ' properties="cover-image"', '', 'book/no-cover'],
  ['a page under another number', 'toc.xhtml', 'page.4">1<', 'page.4">7<', 'book/page-label'],
  ['a link that runs', quay, '1-2-pumps.xhtml#s-1-2', 'JavaScript:a', 'book/unsafe-link'],
  ['a link to a disk', quay, '1-2-pumps.xhtml#s-1-2', '/etc/passwd', 'book/unsafe-link'],
  ['an entity', quay, 'html>', 'html [<!ENTITY x "y">]>', 'book/unreadable-text'],
  ['a marker gone', 'plan.xhtml', / id="page.2"/u, '', 'book/page-without-marker'],
  [
    'a page gone from the list',
    'toc.xhtml',
    /<li><a href="plan.xhtml#page.2">ii<\/a><\/li>/u,
    '',
    'book/page-not-listed',
  ],
  ['a note gone', quay, /<aside.*<\/aside>/su, '', 'book/note-missing'],
  ['a call gone', quay, /<a id="quay-call-1".*?<\/a>/su, '', 'book/note-not-called'],
  ['a way back gone', quay, 'role="doc-backlink"', '', 'book/note-without-way-back'],
  [
    'a section gone from the contents',
    'toc.xhtml',
    /<li><a href="1-2-[^"]*">.*?<\/li>/su,
    '',
    'book/heading-not-in-contents',
  ],
])('a book with %s', (_, file, from, to, rule) => {
  const rules = lint(mutate(good, file, from, to)).map((line) => line.split(': ')[1]);
  if (rule === undefined) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});
