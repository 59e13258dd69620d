/** What each accessibility feature promises, and whether the book keeps it. Schema.org Accessibility Properties for Discoverability Vocabulary, 3.2. */
import type { Element } from 'xast';
import { type Book, elements, type Fault, is, metas, textOf } from './book-file.ts';

interface Promised {
  readonly holds: (book: Book) => boolean;
  /** Why the promise is not kept: ", but …". */
  readonly why: string;
}

const has = (book: Book, test: (node: Element) => boolean) =>
  book.documents.some(({ root }) => elements(root).some(test));
const named = (book: Book, ...names: readonly string[]) =>
  has(book, ({ name }) => names.includes(name));
const inManifest = (book: Book, attribute: string, value?: string) =>
  elements(book.opf.root, 'item').some(({ attributes }) =>
    value === undefined ? attribute in attributes : attributes[attribute] === value,
  );

const film: Promised = { holds: (book) => named(book, 'video'), why: 'there is no film in it' };
const heard: Promised = {
  holds: (book) => named(book, 'audio', 'video'),
  why: 'nothing in it can be heard',
};
const captions: Promised = {
  holds: (book) =>
    has(
      book,
      ({ name, attributes: { kind } }) => name === 'track' && /^(?:capt|subt)/u.test(kind ?? ''),
    ),
  why: 'there is no film with captions in it',
};
const formulas: Promised = {
  holds: (book) => named(book, 'math'),
  why: 'there is no formula in it',
};
const latex: Promised = {
  holds: (book) =>
    has(
      book,
      (node) =>
        (node.name === 'annotation' && /tex/iu.test(node.attributes['encoding'] ?? '')) ||
        (node.name !== 'math' && /\\(?:\(|\[|begin\{)/u.test(textOf(node))),
    ),
  why: 'nothing in it is written in LaTeX',
};
const ruby: Promised = { holds: (book) => named(book, 'ruby'), why: 'there is no ruby in it' };
const pages: Promised = {
  holds: (book) => has(book, (node) => is(node, 'pagebreak')),
  why: 'no page is marked in it',
};
const alone: Promised = {
  holds: ({ opf }) => metas(opf, 'schema:accessibilityFeature').length === 1,
  why: 'it names others beside it',
};
const cannot: Promised = { holds: () => false, why: 'no book of this form can have it' };
const untold: Promised = { holds: () => true, why: '' };
const spoken: Promised = {
  holds: (book) =>
    inManifest(book, 'media-type', 'application/pls+xml') ||
    has(book, ({ attributes }) => Object.keys(attributes).some((key) => key.startsWith('ssml:'))),
  why: 'it says nowhere how a word is spoken',
};

const features: ReadonlyMap<string, Promised> = new Map(
  Object.entries<Promised>({
    alternativeText: {
      holds: ({ pictures, mute }) => pictures.length > 0 && mute.length === 0,
      why: 'a picture in it has no description, or there is none',
    },
    annotations: {
      holds: (book) =>
        has(book, (node) => is(node, 'annotation') || node.attributes['role'] === 'comment'),
      why: 'there are no annotations in it',
    },
    ARIA: {
      holds: (book) =>
        has(book, ({ attributes }) =>
          Object.keys(attributes).some((key) => /^(?:role$|aria-)/u.test(key)),
        ),
      why: 'it has no roles',
    },
    audioDescription: film,
    bookmarks: cannot,
    braille: {
      holds: (book) => book.documents.some(({ root }) => /[\u2801-\u28ff]/u.test(textOf(root))),
      why: 'there is no braille in it',
    },
    captions,
    ChemML: { holds: (book) => named(book, 'molecule', 'cml'), why: 'there is no ChemML in it' },
    closedCaptions: captions,
    describedMath: {
      holds: (book) =>
        named(book, 'math') &&
        !has(
          book,
          ({ name, attributes }) =>
            name === 'math' && !attributes['alttext'] && !attributes['aria-label'],
        ),
      why: 'a formula in it has no description, or there is none',
    },
    displayTransformability: {
      holds: ({ opf }) => !metas(opf, 'rendition:layout').includes('pre-paginated'),
      why: 'its layout is fixed',
    },
    fullRubyAnnotations: ruby,
    highContrastAudio: heard,
    highContrastDisplay: untold,
    horizontalWriting: untold,
    index: {
      holds: (book) => has(book, ({ attributes: { role } }) => role === 'doc-index'),
      why: 'it has no index',
    },
    largePrint: cannot,
    latex,
    'latex-chemistry': latex,
    longDescription: {
      holds: (book) =>
        named(book, 'details') ||
        has(
          book,
          ({ attributes }) => 'aria-details' in attributes || 'aria-describedby' in attributes,
        ),
      why: 'no picture in it has a long description',
    },
    MathML: formulas,
    'MathML-chemistry': formulas,
    none: alone,
    openCaptions: film,
    pageBreakMarkers: pages,
    pageNavigation: {
      holds: (book) => has(book, (node) => node.name === 'nav' && is(node, 'page-list')),
      why: 'it has no list of pages',
    },
    printPageNumbers: pages,
    readingOrder: untold,
    rubyAnnotations: ruby,
    signLanguage: film,
    structuralNavigation: {
      holds: (book) => named(book, 'h1', 'h2'),
      why: 'it has no headings',
    },
    synchronizedAudioText: {
      holds: (book) => inManifest(book, 'media-overlay'),
      why: 'no voice reads along in it',
    },
    tableOfContents: {
      holds: (book) =>
        has(
          book,
          (node) => node.name === 'nav' && is(node, 'toc') && elements(node, 'a').length > 0,
        ),
      why: 'it has no contents',
    },
    tactileGraphic: {
      holds: ({ pictures }) => pictures.length > 0,
      why: 'there is no picture in it',
    },
    tactileObject: cannot,
    taggedPDF: cannot,
    timingControl: {
      holds: (book) => named(book, 'audio', 'video', 'script', 'animate'),
      why: 'nothing in it takes time',
    },
    transcript: heard,
    ttsMarkup: spoken,
    unknown: alone,
    unlocked: {
      holds: ({ names }) => !names.includes('META-INF/encryption.xml'),
      why: 'files in it are encrypted',
    },
    verticalWriting: {
      holds: ({ styles }) => styles.some(({ text }) => /writing-mode\s*:\s*vertical/u.test(text)),
      why: 'no style of it writes from top to bottom',
    },
    withAdditionalWordSegmentation: untold,
    withoutAdditionalWordSegmentation: untold,
  }),
);

/** What readers look for, and is to be named where it is there. */
const told = ['alternativeText', 'MathML', 'pageNavigation', 'pageBreakMarkers', 'index'];

/** What is claimed is there, and what readers look for is claimed. */
export function lintFeatures(book: Book): readonly Fault[] {
  const file = book.opf.name;
  const claimed = metas(book.opf, 'schema:accessibilityFeature');
  const kept = (feature: string) => features.get(feature)?.holds(book) === true;
  return [
    ...claimed
      .filter((feature) => !kept(feature))
      .map((feature) => ({
        rule: 'untrue-feature',
        file,
        message: `The metadata promises "${feature}", but ${features.get(feature)?.why ?? 'there is no feature of this name'}.`,
        help: `Take the feature "${feature}" out of the metadata, or make it true.`,
      })),
    ...told
      .filter((feature) => kept(feature) && !claimed.includes(feature))
      .map((feature) => ({
        rule: 'unnamed-feature',
        file,
        message: `The book has what "${feature}" stands for, but its metadata does not say so.`,
        help: `Add <meta property="schema:accessibilityFeature">${feature}</meta>.`,
      })),
  ];
}
