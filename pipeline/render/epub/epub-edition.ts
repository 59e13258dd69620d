/** The book: an EPUB 3 that every store and library accepts. */
import type { Element, Root } from 'hast';
import { countWords } from '../../model/count-words.ts';
import type { Edition, EditionContext, EditionResult, PageMap } from '../../model/edition.ts';
import { isIsbn } from '../../model/isbn.ts';
import type { Asset, ResolvedPlan } from '../../model/resolved.ts';
import { dateText } from '../date-text.ts';
import { own, placesOf } from '../print-places.ts';
import { familyOf, readTokens } from '../tokens.ts';
import { walkElements } from '../walk-elements.ts';
import { checkPictures } from './check-pictures.ts';
import { FontUse } from './choose-fonts.ts';
import { addContents, type Contents, countContents, describeAccess } from './describe-access.ts';
import { drawCover } from './draw-cover.ts';
import { PageMarker } from './mark-pages.ts';
import { moves } from './moves.ts';
import { indexName, nameDocuments, nodesOf } from './name-documents.ts';
import { type Navigation, navigate } from './navigate.ts';
import { packBook } from './pack-book.ts';
import { parseHtml } from './parse-html.ts';
import { type BookDocument, frontNames, writeDocuments } from './write-documents.ts';
import { writeStyles } from './write-styles.ts';
import { writeXhtml, xmlCharacters } from './write-xhtml.ts';

/** One artifact, `<slug>.epub`. Raises `TemplateError`. */
export const epubEdition: Edition = { format: 'epub', render };

async function render(whole: ResolvedPlan, context: EditionContext): Promise<EditionResult> {
  const pictures = checkPictures(whole.assets);
  const plan = { ...whole, assets: pictures.assets };
  const { templates, labels } = context;
  const names = nameDocuments(plan);
  const onCover = coverWords(plan, labels);
  const coverText = [onCover.title, onCover.subtitle, onCover.organization, ...onCover.facts]
    .filter(Boolean)
    .join('. ');
  const { front, text, assets } = writeDocuments(plan, names, coverText, context);
  const order = [...frontNames, 'toc.xhtml', ...textNames(plan, names)];
  const contents = writeContents(plan, navigate(plan, names, order, [], labels), context);
  const marker = new PageMarker(context.pageMap ?? noPages, context.pageMap ? placesOf(plan) : []);
  const fontUse = new FontUse();
  const held: Contents[] = [];
  const look = (document: BookDocument) => {
    marker.mark(document);
    fontUse.look(document.tree);
    held.push(countContents(document.tree));
  };
  const documents: FinishedDocument[] = [];
  for (const document of front) documents.push(finish(document, look));
  look({ name: 'toc.xhtml', tree: contents });
  for (const document of text) documents.push(finish(document, look));

  const { pages } = marker;
  const navigation = navigate(plan, names, order, pages, labels);
  if (pages.length > 0) {
    const list = templates.render('epub/page-list', { pages: navigation.pages, labels });
    appendTo(contents, 'body', parseHtml(list));
  }
  const tokens = readTokens(context.styles);
  const fonts = fontUse.choose(context.fonts, {
    text: familyOf(tokens, 'font-text'),
    sans: familyOf(tokens, 'font-sans'),
    code: familyOf(tokens, 'font-code'),
  });
  const cover = await drawCover(onCover, context.fonts, familyOf(tokens, 'font-sans'));
  const access = describeAccess(
    {
      ...addContents(held),
      paged: pages.length > 0,
      indexed: plan.stakeholders.length > 0,
      moving: [...assets.values()].some(moves),
    },
    labels,
  );
  const shared = { plan: metadataOf(plan), labels, tokens, coverText };
  const bytes = await packBook({
    title: plan.title,
    navigation: writeXhtml(contents),
    css: writeStyles(fonts, context),
    ncx: xmlCharacters(templates.render('epub/ncx', { ...shared, ...navigation })),
    packageDocument: xmlCharacters(
      templates.render('epub/package', {
        ...shared,
        ...creatorsOf(plan),
        date: plan.date ?? context.date.toISOString().slice(0, 10),
        modified: context.date.toISOString().replace(/\.\d+Z$/u, 'Z'),
        words: documents.reduce((sum, one) => sum + one.words, 0),
        access,
        pageSource: pages.length > 0 ? `${plan.slug}.pdf` : '',
        claim: context.claim,
        items: itemsOf(documents, assets, fonts),
        spine: order.map(idOf),
      }),
    ),
    files: [
      ...documents.map(({ name, bytes }) => ({ path: name, bytes })),
      {
        path: 'cover.svg',
        bytes: encode(xmlCharacters(templates.render('epub/cover.svg', { ...shared, cover }))),
      },
      ...[...assets].map(([path, asset]) => ({ path, bytes: asset.bytes })),
      ...fonts.map(({ path, bytes }) => ({ path, bytes })),
    ],
  });
  return {
    artifacts: [{ path: `${plan.slug}.epub`, bytes, mediaType: 'application/epub+zip' }],
    findings: pictures.findings,
  };
}

const noPages: PageMap = { pages: [], anchors: new Map() };

/** What is left of a document when its tree is let go. */
interface FinishedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly words: number;
  /** As the manifest has them. */
  readonly properties: string;
}

function finish(document: BookDocument, look: (document: BookDocument) => void): FinishedDocument {
  look(document);
  const { name, tree } = document;
  const bytes = encode(writeXhtml(tree));
  return { name, bytes, words: countWords(tree), properties: propertiesOf(tree) };
}

/** The documents after the contents, in reading order. */
function textNames(plan: ResolvedPlan, names: ReadonlyMap<string, string>): readonly string[] {
  const pages = new Set(nodesOf(plan).map(({ page }) => names.get(page) ?? ''));
  return [...pages, ...(plan.stakeholders.length > 0 ? [indexName] : [])];
}

function writeContents(
  plan: ResolvedPlan,
  navigation: Navigation,
  { templates, labels, pageMap }: EditionContext,
): Root {
  return parseHtml(
    templates.render('epub/contents', {
      ...navigation,
      plan: { draft: plan.draft },
      lang: plan.lang,
      dir: plan.dir,
      labels,
      own: pageMap && own,
      pageTitle: labels['contents'],
      bodyType: 'frontmatter',
    }),
  );
}

function encode(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** Adds what the body of a document holds to another document. */
function appendTo(tree: Root, tagName: string, from: Root): void {
  const bodies = [tree, from].map((root) => {
    let found: Element | undefined;
    walkElements(root, (node) => {
      if (node.tagName === tagName) found ??= node;
    });
    return found;
  });
  bodies[0]?.children.push(...(bodies[1]?.children ?? []));
}

/** What the plan says of itself, with an empty string for nothing. */
function metadataOf(plan: ResolvedPlan) {
  return {
    title: plan.title,
    subtitle: plan.subtitle ?? '',
    lang: plan.lang,
    dir: plan.dir,
    urn: plan.urn,
    isbn: isIsbn(plan.isbn ?? '') ? plan.isbn : '',
    publisher: plan.publisher ?? '',
    subjects: plan.subjects,
    summary: plan.summary ?? '',
    rights: plan.rights ?? '',
    source: plan.source ?? '',
  };
}

/** Who wrote it; the organisations where no author is named. Everyone else is a contributor. */
function creatorsOf(plan: ResolvedPlan) {
  const people = plan.contributors.map(({ name, role, fileAs }) => ({
    name,
    // A role in the author's own words is no code of MARC's, and stands in the imprint.
    role: /^[a-z]{3}$/u.test(role) ? role : '',
    fileAs: fileAs ?? '',
  }));
  const authors = people.filter((one) => one.role === 'aut' || one.role === 'cre');
  return {
    creators:
      authors.length > 0
        ? authors
        : plan.organizations.map(({ name }) => ({ name, role: 'aut', fileAs: '' })),
    others: people.filter((one) => !authors.includes(one)),
  };
}

function coverWords(plan: ResolvedPlan, labels: EditionContext['labels']) {
  const draft = plan.draft ? (labels['draft'] ?? '') : '';
  return {
    organization: plan.organizations.map((one) => one.name).join(', '),
    title: plan.title,
    subtitle: plan.subtitle ?? '',
    facts: [dateText(plan.date, plan.lang), plan.status ?? '', plan.handling ?? '', draft].filter(
      Boolean,
    ),
    rtl: plan.dir === 'rtl',
  };
}

/** The manifest beside what every book has: documents, pictures, fonts. */
function itemsOf(
  documents: readonly FinishedDocument[],
  assets: ReadonlyMap<string, Asset>,
  fonts: readonly { readonly path: string }[],
) {
  return [
    { id: 'cover-image', href: 'cover.svg', mediaType: 'image/svg+xml', properties: 'cover-image' },
    ...documents.map(({ name, properties }) => ({
      id: idOf(name),
      href: name,
      mediaType: 'application/xhtml+xml',
      properties,
    })),
    ...[...assets].map(([href, { mediaType }]) => ({
      id: `image-${href.replace(/^images\//u, '')}`,
      href,
      mediaType,
      properties: '',
    })),
    ...fonts.map(({ path }) => ({
      id: `font-${path.replace(/^fonts\//u, '')}`,
      href: path,
      mediaType: 'font/woff2',
      properties: '',
    })),
  ];
}

function idOf(name: string): string {
  return name === 'toc.xhtml' ? 'nav' : `text-${name.replace(/\.xhtml$/u, '')}`;
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
