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

const entry = 'book/entry-under-another-title';
const older = 'book/older-contents';
const elsewhere = 'book/landmark-elsewhere';
const mode = 'book/untrue-access-mode';
const hazard = 'book/untrue-hazard';
const standard = 'book/unknown-standard';
const words = '<meta property="schema:wordCount">';
const claim = (to: string) => `<meta property="dcterms:conformsTo">${to}</meta>${words}`;
const link = (to: string) => `<link rel="dcterms:conformsTo" href="${to}"/>${words}`;
const list = 'book/list-entry';
const imprint = 'book/untrue-imprint';
const active = 'book/active-content';
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
  ['an entry under another title', 'toc.xhtml', '> Raise the q', '> Lower the q', entry],
  ['a number of its own in the contents', 'toc.xhtml', '1.1</span> R', '1.3</span> R', entry],
  ['a title of its own in a goal’s list', '1-water.xhtml', '> Raise', '> Lower', entry],
  ['an older entry under another title', 'toc.ncx', '1.1 Raise', '1.1 Lower', older],
  ['another name in the older contents', 'toc.ncx', 'Harbour', 'Harbor', older],
  ['a section too few in the older contents', 'toc.ncx', /<navPoint id="nav-11.*?nt>/u, '', older],
  ['another page in the older list', 'toc.ncx', '<text>3<', '<text>8<', older],
  ['a landmark that misleads', 'toc.xhtml', '"toc" href="toc.', '"toc" href="cover.', elsewhere],
  [
    'a landmark to its back',
    'toc.xhtml',
    '"bodymatter" href="plan',
    '"bodymatter" href="index',
    elsewhere,
  ],
  [
    'no landmark for the text',
    'toc.xhtml',
    /<li><a epub:type="bodym.*?li>/u,
    '',
    'book/landmark-missing',
  ],
  ['an access mode that is none', 'content.opf', 'Mode">textual', 'Mode">smell', mode],
  ['text that nobody can perceive', 'content.opf', /<m[^>]*accessMode">textual<.meta>/u, '', mode],
  ['sound that is not there', 'content.opf', 'Mode">visual', 'Mode">auditory', mode],
  ['sight that suffices', 'content.opf', 'Sufficient">textual', 'Sufficient">visual', mode],
  ['flashes that are not there', 'content.opf', 'Hazard">none', 'Hazard">flashing', hazard],
  ['no word of hazards', 'content.opf', /<m[^>]*Hazard">none<.meta>/u, '', hazard],
  ['no summary', 'content.opf', /Summary">[^<]*/u, 'Summary">', 'book/no-access-summary'],
  ['a standard that is none', 'content.opf', words, claim('http://example.org/x'), standard],
  [
    'a level that is none',
    'content.opf',
    words,
    claim('EPUB Accessibility 1.1 - WCAG 2.2 Level AAAA'),
    standard,
  ],
  ['a link to no standard', 'content.opf', words, link('https://example.org/a11y'), standard],
  [
    'nothing that is certified',
    'content.opf',
    words,
    `<meta property="a11y:certifiedBy">A</meta>${words}`,
    'book/certified-nothing',
  ],
  ['a call under another number', quay, 'noteref">1<', 'noteref">2<', 'book/note-number'],
  [
    'a way back to elsewhere',
    quay,
    '"#quay-call-1" role',
    '"#quay-2" role',
    'book/note-without-way-back',
  ],
  ['contents without their role', 'toc.xhtml', ' role="doc-toc"', '', 'book/type-without-role'],
  [
    'a language that is none',
    quay,
    'lang="nl" xml:lang="nl"',
    'lang="dutch" xml:lang="dutch"',
    'book/unknown-language',
  ],
  ['a document to be read backwards', quay, 'dir="ltr"', 'dir="rtl"', 'book/document-direction'],
  ['a table under another caption', 'toc.xhtml', '> Floods<', '> Droughts<', list],
  ['a table under another number', quay, 'Table 1.', 'Table 7.', list],
  [
    'a table that is listed elsewhere',
    'toc.xhtml',
    'quay.xhtml#quay-5"',
    'quay.xhtml#quay-6"',
    list,
  ],
  ['another author in the imprint', 'imprint.xhtml', '>Ana Ruiz<', '>Eva Lund<', imprint],
  [
    'another ISBN in the imprint',
    'imprint.xhtml',
    '978-3-16-148410-0',
    '978-3-16-148411-7',
    imprint,
  ],
  ['other rights in the imprint', 'content.opf', 'CC BY 4.0', 'All rights', imprint],
  [
    'another cover on its first page',
    'cover.xhtml',
    'cover.svg',
    'images/0123456789ab.png',
    'book/no-cover',
  ],
  ['another title on its cover', 'cover.xhtml', 'The Harbour', 'The Garden', 'book/no-cover'],
  [
    'an older cover that is none',
    'content.opf',
    'content="cover-image"',
    'content="x"',
    'book/no-cover',
  ],
  [
    'a page that goes on by itself',
    quay,
    '<head>',
    '<head><meta http-equiv="refresh" content="0"/>',
    active,
  ],
  ['a link that tells', quay, '<a href="1-2', '<a ping="https://example.org/" href="1-2', active],
  [
    'a style from elsewhere',
    quay,
    '<p id="quay-2"',
    '<p style="background:url(//example.org/x)" id="quay-2"',
    active,
  ],
  [
    'a style sheet named before it begins',
    quay,
    '<!DOC',
    '<?xml-stylesheet href="x"?><!DOC',
    active,
  ],
  ['a drawing that runs', 'cover.svg', '<svg ', '<svg onload="alert(1)" ', active],
  ['a page within a drawing', 'cover.svg', '</title>', '</title><foreignObject/>', active],
  [
    'a part of a drawing from elsewhere',
    'cover.svg',
    '</title>',
    '</title><use href="https://example.org/x.svg#a"/>',
    active,
  ],
  [
    'a picture written into its address',
    quay,
    'src="images/0123456789ab.png"',
    'src="data:image/png;base64,iV"',
    active,
  ],
])('a book with %s', (_, file, from, to, rule) => {
  const rules = lint(mutate(good, file, from, to)).map((line) => line.split(': ')[1]);
  if (rule === undefined) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});

test.each([
  'http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa',
  'EPUB Accessibility 1.1 - WCAG 2.0 Level A',
  'EPUB Accessibility 1.1 - WCAG 2.2 Level AAA',
])('a book that claims %s names a standard', (to) => {
  expect(lint(mutate(good, 'content.opf', words, claim(to)))).toEqual([]);
  expect(lint(mutate(good, 'content.opf', words, link(to)))).toEqual([]);
});

const feature = '<meta property="schema:accessibilityFeature">ARIA';
const promise = (name: string) => `<meta property="schema:accessibilityFeature">${name}</meta>`;

test.each(
  [
    ['annotations', 'audioDescription', 'bookmarks', 'braille', 'captions', 'ChemML'],
    ['closedCaptions', 'constructor', 'describedMath', 'highContrastAudio', 'largePrint', 'latex'],
    ['longDescription', 'none', 'openCaptions', 'rubyAnnotations', 'signLanguage', 'Aria'],
    ['synchronizedAudioText', 'tactileObject', 'taggedPDF', 'timingControl', 'transcript'],
    ['ttsMarkup', 'unknown', 'verticalWriting'],
  ].flat(),
)('a book that promises %s without having it', (name) => {
  const [found = ''] = lint(mutate(good, 'content.opf', feature, promise(name) + feature));
  expect(found).toContain(`promises "${name}"`);
});

test.each([
  ['printPageNumbers', quay, 'It', 'It'],
  ['describedMath', quay, '<math ', '<math alttext="a is less than b" '],
  ['ttsMarkup', quay, '<em>', '<em xmlns:ssml="http://www.w3.org/2001/10/synthesis" ssml:ph="x">'],
  ['rubyAnnotations', quay, '>Raise the quay by', '><ruby>Raise</ruby> the quay by'],
  ['verticalWriting', 'style.css', 'body {', 'body { writing-mode: vertical-rl;'],
  ['longDescription', quay, 'alt="A red dot"', 'alt="A red dot" aria-describedby="quay-6"'],
])('a book that promises %s and has it', (name, file, from, to) => {
  const promised = mutate(good, 'content.opf', feature, promise(name) + feature);
  expect(lint(from === to ? promised : mutate(promised, file, from, to))).toEqual([]);
});

test('a page that is printed twice, and one that comes too early', () => {
  for (const label of ['1', '2']) {
    const marked = mutate(good, '1-2-pumps.xhtml', 'aria-label="3"', `aria-label="${label}"`);
    const listed = mutate(marked, 'toc.xhtml', 'page.6">3<', `page.6">${label}<`);
    const older = mutate(listed, 'toc.ncx', '<text>3</text>', `<text>${label}</text>`);
    expect(lint(older).map((line) => line.split(': ')[1])).toEqual(['book/page-out-of-order']);
  }
});
