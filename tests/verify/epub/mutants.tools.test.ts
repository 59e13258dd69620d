/** Good books, each spoiled in one place: every one is found out, and the file is named. What is not seen in this process goes through the real command, with Java. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Finding } from '../../../pipeline/model/finding.ts';
import { checkInProcess } from '../../../pipeline/verify/epub/epubcheck-ts.ts';
import { lintBook } from '../../../pipeline/verify/epub/lint-book.ts';
import { makeBook } from '../../support/book.ts';
import { briefwright, project } from '../../support/command.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';
import { mutate, without } from '../../support/mutate.ts';

const good = await makeBook(harbour, harbourPages);
const quay = '1-1-raise-the-quay.xhtml';

const change = (file: string, from: string | RegExp, to: string) => mutate(good, file, from, to);

const encryption =
  '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://example.org/own"/><CipherData><CipherReference URI="OEBPS/plan.xhtml"/></CipherData></EncryptedData></encryption>';

const measure = '<meta property="schema:wordCount">';

/** The book that says one thing more of its accessibility. */
function claimed(what: string): Uint8Array {
  return change('content.opf', measure, `<meta property="schema:${what}</meta>${measure}`);
}

/** What was spoiled, the book, and the file (at the end of its path) that some finding must name. */
const mutants: readonly (readonly [string, Uint8Array, string])[] = [
  [
    'a section gone from the contents',
    change('toc.xhtml', /<li><a href="1-2-[^"]*">.*?<\/li>/su, ''),
    '1-2-pumps.xhtml',
  ],
  ['the contents gone', change('toc.xhtml', 'epub:type="toc"', 'epub:type="other"'), 'toc.xhtml'],
  [
    'the landmarks gone',
    change('toc.xhtml', 'epub:type="landmarks"', 'epub:type="landmark"'),
    'toc.xhtml',
  ],
  ['a link to no place', change(quay, '1-2-pumps.xhtml#s-1-2', '1-2-pumps.xhtml#s-9-9'), quay],
  ['a link to no file', change(quay, '1-2-pumps.xhtml#s-1-2', 'nowhere.xhtml'), quay],
  [
    'a link to a file of the machine',
    change(quay, '1-2-pumps.xhtml#s-1-2', 'file:///etc/passwd'),
    quay,
  ],
  ['a picture not in the manifest', change('content.opf', /<item id="image-[^>]*>/u, ''), quay],
  [
    'a document not in the manifest',
    change('content.opf', /<item id="text-1-2-pumps"[^>]*>/u, ''),
    'content.opf',
  ],
  [
    'a document not in the spine',
    change('content.opf', '<itemref idref="text-1-2-pumps"/>', ''),
    'toc.xhtml',
  ],
  [
    'the spine in another order',
    change(
      'content.opf',
      /(<itemref idref="text-1-1-[^>]*>)\s*(<itemref idref="text-1-2-[^>]*>)/u,
      '$2$1',
    ),
    'toc.xhtml',
  ],
  ['a picture gone', without(good, 'OEBPS/images/0123456789ab.png'), 'content.opf'],
  ['a font gone', without(good, 'OEBPS/fonts/source-code-pro-regular.woff2'), 'content.opf'],
  ['the cover gone', change('content.opf', ' properties="cover-image"', ''), 'content.opf'],
  ['no media type', without(good, 'mimetype'), 'book'],
  ['another media type', change('mimetype', 'epub+zip', 'zip'), 'mimetype'],
  ['the media type last', mimetypeLast(good), 'book'],
  ['the media type compressed', mimetypeCompressed(good), 'mimetype'],
  [
    'a package document that is not there',
    change('container.xml', 'content.opf', 'package.opf'),
    'book',
  ],
  ['a text cut short', change(quay, '</body></html>', ''), quay],
  [
    'an entity of its own',
    change(quay, '<!DOCTYPE html>', '<!DOCTYPE html [<!ENTITY x "y">]>'),
    quay,
  ],
  [
    'a language that is none',
    change('content.opf', '<dc:language>en<', '<dc:language>e_n<'),
    'content.opf',
  ],
  ['a document in another language', change(quay, 'lang="en"', 'lang="fr"'), quay],
  ['a phrase in half a language', change(quay, 'lang="nl" xml:lang="nl"', 'lang="nl"'), quay],
  ['a marker of a page gone', change('plan.xhtml', ' id="page.2"', ''), 'toc.xhtml'],
  [
    'a page gone from the list',
    change('toc.xhtml', /<li><a href="plan.xhtml#page.2">ii<\/a><\/li>/u, ''),
    'plan.xhtml',
  ],
  [
    'two pages changed over',
    change(
      'toc.xhtml',
      /(<li><a href="1-water.xhtml#page.3">.*?<\/li>)\s*(<li><a href="1-water.xhtml#page.4">.*?<\/li>)/su,
      '$2$1',
    ),
    'toc.xhtml',
  ],
  [
    'a page under another number',
    change('toc.xhtml', '#page.4">1</a>', '#page.4">7</a>'),
    'toc.xhtml',
  ],
  [
    'formulas claimed',
    change('1-1-raise-the-quay.xhtml', /<math.*?<\/math>/su, 'a'),
    'content.opf',
  ],
  ['words for pictures claimed', change(quay, ' alt="A red dot"', ' alt=""'), quay],
  ['a print claimed', change('content.opf', '>pagination<', '>text<'), 'content.opf'],
  ['words miscounted', change(quay, 'It floods', 'It never floods'), 'content.opf'],
  [
    'another title',
    change('content.opf', '>The Harbour Plan<', '>The Harbor Plan<'),
    'title-page.xhtml',
  ],
  [
    'no title',
    change('content.opf', /<dc:title id="title">.*?<\/dc:title>/u, '<dc:title id="title"/>'),
    'content.opf',
  ],
  [
    'no date of change',
    change('content.opf', /<meta property="dcterms:modified">.*?<\/meta>/u, ''),
    'content.opf',
  ],
  ['an ISBN with a slip', change('content.opf', '9783161484100', '9783161484101'), 'content.opf'],
  ['a remote picture', change(quay, 'src="images/', 'src="https://example.org/'), quay],
  [
    'a remote style',
    change('style.css', 'body {', '@import url("https://example.org/x.css"); body {'),
    'style.css',
  ],
  ['a script', change(quay, '</body>', '<script>alert(1)</script></body>'), quay],
  ['a handler', change(quay, '<h1 ', '<h1 onclick="alert(1)" '), quay],
  ['a link that runs', change(quay, '1-2-pumps.xhtml#s-1-2', 'javascript:alert(1)'), quay],
  ['a frame', change(quay, '</body>', '<iframe src="https://example.org/"></iframe></body>'), quay],
  [
    'a form',
    change(
      quay,
      '</body>',
      '<form action="https://example.org/"><p><input name="a"/></p></form></body>',
    ),
    quay,
  ],
  ['an id twice', change(quay, 'id="quay-2"', 'id="quay-1"'), quay],
  ['a note gone', change(quay, /<aside.*<\/aside>/su, ''), quay],
  ['a way back gone', change(quay, ' role="doc-backlink"', ''), quay],
  ['a type without its role', change(quay, ' role="doc-notice"', ''), quay],
  ['a type with another role', change(quay, 'role="doc-notice"', 'role="doc-tip"'), quay],
  [
    'a heading gone from a table of contents’ target',
    change('toc.ncx', 'src="1-2-pumps.xhtml"', 'src="1-3-pumps.xhtml"'),
    'toc.ncx',
  ],
  ['style that cannot be read', change('style.css', 'body {', 'body { {'), 'style.css'],
  [
    'a day of change that is none',
    change('content.opf', '>2026-03-02T00:00:00Z<', '>yesterday<'),
    'content.opf',
  ],
  [
    'a day of change twice',
    change('content.opf', /<meta property="dcterms:modified">.*?<\/meta>/u, '$&$&'),
    'content.opf',
  ],
  ['no language', change('content.opf', '<dc:language>en</dc:language>', ''), 'content.opf'],
  ['a document without a language', change(quay, ' lang="en" dir="ltr" xml:lang="en"', ''), quay],
  [
    'another identifier in the older contents',
    change('toc.ncx', 'content="urn:uuid:3d1f', 'content="urn:uuid:4d1f'),
    'toc.ncx',
  ],
  [
    'a contents entry without words',
    change('toc.xhtml', /(<a href="index.xhtml">)[^<]*/u, '$1'),
    'toc.xhtml',
  ],
  [
    'a contents entry to no place',
    change('toc.xhtml', 'href="1-2-pumps.xhtml"', 'href="1-2-pumps.xhtml#nowhere"'),
    'toc.xhtml',
  ],
  ['a page that leads elsewhere', change('toc.xhtml', '#page.5">2', '#quay-6">2'), 'toc.xhtml'],
  ['a marker under another number', change(quay, 'aria-label="2"', 'aria-label="9"'), 'toc.xhtml'],
  [
    'a hazard and none',
    change(
      'content.opf',
      '<meta property="schema:accessibilityHazard">',
      '<meta property="schema:accessibilityHazard">flashing</meta>$&',
    ),
    'content.opf',
  ],
  ['the cover without words', change('cover.xhtml', / alt="[^"]*"/u, ''), 'cover.xhtml'],
  ['the cover with empty words', change('cover.xhtml', / alt="[^"]*"/u, ' alt=""'), 'cover.xhtml'],
  [
    'a picture under another type',
    change('content.opf', 'image/png', 'image/jpeg'),
    '0123456789ab.png',
  ],
  [
    'a font that the manifest does not name',
    change('content.opf', /<item id="font-source-code-pro-regular[^>]*>/u, ''),
    'style.css',
  ],
  [
    'a document that nobody names',
    plus(good, 'OEBPS/stray.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'),
    'stray.xhtml',
  ],
  [
    'a file that the list of the encrypted makes unreadable',
    plus(good, 'META-INF/encryption.xml', encryption),
    'book',
  ],
  [
    'a list of the encrypted that is none',
    plus(good, 'META-INF/encryption.xml', '<junk'),
    'encryption.xml',
  ],
  ['a file outside the book', plus(good, '../evil.sh', 'rm -rf'), 'book'],
  ['a program', plus(good, 'OEBPS/run.exe', 'MZ'), 'book'],
  ['an absolute path', change(quay, 'src="images/', 'src="/OEBPS/images/'), quay],
  ['a path out of the book', change(quay, 'src="images/', 'src="../../images/'), quay],
  [
    'a script in a drawing',
    change('cover.svg', '</title>', '</title><script>alert(1)</script>'),
    'cover.svg',
  ],
  [
    'a remote picture in a drawing',
    change(
      'cover.svg',
      '</title>',
      '</title><image href="https://example.org/x.png" width="1" height="1"/>',
    ),
    'cover.svg',
  ],
  [
    'a remote font',
    change(
      'style.css',
      /url\("?fonts\/source-serif-4-regular\.woff2"?\)/u,
      'url("https://example.org/x.woff2")',
    ),
    'style.css',
  ],
  ['an archive cut short', good.slice(0, Math.floor(good.length * 0.6)), 'book'],
  ['an archive without its end', good.slice(0, -10), 'book'],
  ['no archive', strToU8('This is no book.'), 'book'],
  ['nothing', new Uint8Array(), 'book'],
  ['the media type with a line break', change('mimetype', 'zip', 'zip\n'), 'mimetype'],
  ['the media type with a field of its own', mimetypeWithField(good), 'mimetype'],
  [
    'an entry of the contents under another title',
    change('toc.xhtml', '> Raise the quay</a>', '> Lower the quay</a>'),
    'toc.xhtml',
  ],
  ['captions claimed', claimed('accessibilityFeature">captions'), 'content.opf'],
  [
    'a voice that reads along claimed',
    claimed('accessibilityFeature">synchronizedAudioText'),
    'content.opf',
  ],
  ['a feature that is none', claimed('accessibilityFeature">magic'), 'content.opf'],
  ['sound claimed', claimed('accessMode">auditory'), 'content.opf'],
  [
    'a standard that is none',
    change(
      'content.opf',
      measure,
      `<meta property="dcterms:conformsTo">https://example.org/a11y</meta>${measure}`,
    ),
    'content.opf',
  ],
  ['an older entry under another title', change('toc.ncx', '1.1 Raise', '1.1 Lower'), 'toc.ncx'],
  ['a call under another number', change(quay, 'noteref">1<', 'noteref">2<'), quay],
  ['a way back to elsewhere', change(quay, '"#quay-call-1" role', '"#quay-2" role'), quay],
  [
    'another author in the imprint',
    change('imprint.xhtml', 'Ana Ruiz', 'Eva Lund'),
    'imprint.xhtml',
  ],
  ['a table under another caption', change('toc.xhtml', '> Floods<', '> Droughts<'), 'toc.xhtml'],
  ['another title on the cover', change('cover.xhtml', 'The Harbour', 'The Garden'), 'content.opf'],
  ['a drawing that runs', change('cover.svg', '<svg ', '<svg onload="alert(1)" '), 'cover.svg'],
  [
    'a landmark that misleads',
    change('toc.xhtml', '"titlepage" href="title-page', '"titlepage" href="1-2-pumps'),
    'toc.xhtml',
  ],
  ['a document in no encoding', spoil(good, `OEBPS/${quay}`, 0xff), quay],
];

/** The book with one more file. */
function plus(book: Uint8Array, name: string, text: string): Uint8Array {
  return packed({ ...unzipSync(book), [name]: strToU8(text) });
}

/** The book with a byte in the middle of a file that no encoding has there. */
function spoil(book: Uint8Array, name: string, byte: number): Uint8Array {
  const files = unzipSync(book);
  const text = files[name]?.slice() ?? new Uint8Array();
  text[text.indexOf(0x71, text.length / 2)] = byte;
  return packed({ ...files, [name]: text });
}

function packed({ mimetype = strToU8(''), ...rest }: Readonly<Record<string, Uint8Array>>) {
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest });
}

function mimetypeWithField(book: Uint8Array): Uint8Array {
  const { mimetype = strToU8(''), ...rest } = unzipSync(book);
  const extra = { 21589: new Uint8Array(5) };
  return zipSync({ mimetype: [mimetype, { level: 0, extra }], ...rest });
}

function mimetypeLast(book: Uint8Array): Uint8Array {
  const { mimetype = strToU8(''), ...rest } = unzipSync(book);
  return zipSync({ ...rest, mimetype: [mimetype, { level: 0 }] });
}

function mimetypeCompressed(book: Uint8Array): Uint8Array {
  const { mimetype = strToU8(''), ...rest } = unzipSync(book);
  return zipSync({ mimetype: [strToU8(strFromU8(mimetype)), { level: 9 }], ...rest });
}

const report = z.object({
  findings: z.array(z.object({ path: z.string(), rule: z.string(), message: z.string() })),
});

let root = '';
const findings: z.infer<typeof report>['findings'] = [];
const nameOf = (at: number) => `books/${at + 100}.epub`;

/** What is found without Java, which takes seconds for each book. */
async function seenHere(at: number, bytes: Uint8Array, file: string) {
  const book = { path: nameOf(at), bytes };
  const names = ({ place }: Finding) => place.path.endsWith(`/${file}`);
  const own = lintBook(book).findings;
  const all = own.some(names) ? own : [...own, ...(await checkInProcess(book)).findings];
  return all.map(({ place, rule, message }) => ({ path: place.path, rule, message }));
}

beforeAll(async () => {
  root = await project();
  await mkdir(path.join(root, 'books'));
  const unseen: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const [at, [, bytes, file]] of mutants.entries()) {
    const seen = await seenHere(at, bytes, file);
    findings.push(...seen);
    const found = seen.some((one) => one.path.endsWith(`/${file}`));
    if (!found) unseen.push({ name: nameOf(at), bytes });
  }
  await Promise.all(unseen.map(({ name, bytes }) => writeFile(path.join(root, name), bytes)));
  const names = unseen.map(({ name }) => name);
  const { code, stdout } = await briefwright(root, ['verify', '--reporter', 'json', ...names]);
  expect(code).toBe(1);
  findings.push(...report.parse(JSON.parse(stdout)).findings);
}, 600_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test.each(mutants.map(([what, , file], at) => [what, file, nameOf(at)] as const))(
  '%s: %s is named',
  (_, file, book) => {
    const here = findings.filter((one) => one.path === book || one.path.startsWith(`${book}/`));
    const wanted = file === 'book' ? book : file;
    const said = here.map(({ path: at, rule, message }) => `${at}: ${rule}: ${message}`);
    expect(
      here.some((one) => one.path.endsWith(wanted)),
      said.join('\n'),
    ).toBe(true);
  },
);
