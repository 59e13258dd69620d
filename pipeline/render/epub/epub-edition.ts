/** The book: an EPUB 3 that every store and library accepts. */
import type { Edition, EditionContext, EditionResult, PageMap } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import { isIsbn } from '../../model/isbn.ts';
import { nothingKnown } from '../../model/known.ts';
import type { Asset, ResolvedPlan } from '../../model/resolved.ts';
import { dateText } from '../date-text.ts';
import { placesOf } from '../print-places.ts';
import { familyOf, readTokens } from '../tokens.ts';
import { bookFiles, packed } from './book-files.ts';
import { checkPictures } from './check-pictures.ts';
import { chooseFonts } from './choose-fonts.ts';
import { addContents, describeAccess } from './describe-access.ts';
import { drawCover } from './draw-cover.ts';
import { type FinishedDocument, finishDocument } from './finish-document.ts';
import type { Print } from './mark-pages.ts';
import { moves } from './moves.ts';
import { assetName, nameDocuments } from './name-documents.ts';
import { type Navigation, navigate } from './navigate.ts';
import { packBook } from './pack-book.ts';
import { contentsDocument } from './write-contents.ts';
import { type BookDocument, frontNames, writeDocuments } from './write-documents.ts';
import { writeStyles } from './write-styles.ts';
import { xmlCharacters } from './write-xhtml.ts';

/** One artifact, `<slug>.epub`. Raises `TemplateError`. */
export const epubEdition: Edition = { format: 'epub', render };

async function render(whole: ResolvedPlan, context: EditionContext): Promise<EditionResult> {
  const pictures = checkPictures(whole.assets);
  const plan = { ...whole, assets: pictures.assets };
  const { templates, labels, known = nothingKnown } = context;
  const path = `${plan.slug}.epub`;
  const files = bookFiles(() => context.readStanding?.(path), known);
  const names = nameDocuments(plan);
  const onCover = coverWords(plan, labels);
  const coverText = [onCover.title, onCover.subtitle, onCover.organization, ...onCover.facts]
    .filter(Boolean)
    .join('. ');
  const { front, text } = writeDocuments(plan, names, coverText, context);
  const order = [...frontNames, 'toc.xhtml', ...text.map(({ name }) => name)];
  const print = printOf(plan, context.pageMap);
  const inTurn = (all: readonly BookDocument[], from: number) => {
    let reached = from;
    return all.map((document) => {
      const one = finishDocument(document, reached, print, files);
      reached = one.facts.reached;
      return one;
    });
  };
  const before = inTurn(front, -1);
  const contentsWith = (navigation: Navigation) =>
    finishDocument(contentsDocument(plan, navigation, context), reachedBy(before), print, files);
  const bare = contentsWith(navigate(plan, names, order, [], labels));
  const after = inTurn(text, bare.facts.reached);
  const facts = [...before, bare, ...after].map((one) => one.facts);
  const pages = facts.flatMap((one) => one.pages);
  const navigation = navigate(plan, names, order, pages, labels);
  // The pages that are marked in the text are listed behind the contents, which stand before it.
  const contents = pages.length === 0 ? bare : contentsWith(navigation);
  const documents = [...before, ...after];
  const tokens = readTokens(context.styles);
  const sans = familyOf(tokens, 'font-sans');
  const fonts = chooseFonts(
    facts.map((one) => one.fonts),
    context.fonts,
    { text: familyOf(tokens, 'font-text'), sans, code: familyOf(tokens, 'font-code') },
  );
  const cover = await known.later(`cover ${hashOf(onCover, sans)}`, () =>
    drawCover(onCover, context.fonts, sans),
  );
  const assets = assetsIn(documents, plan);
  const access = describeAccess(
    {
      ...addContents(facts.map((one) => one.held)),
      paged: pages.length > 0,
      indexed: plan.stakeholders.length > 0,
      moving: [...assets.values()].some(moves),
    },
    labels,
  );
  const shared = { plan: metadataOf(plan), labels, tokens, coverText };
  const packageDocument = templates.render('epub/package', {
    ...shared,
    ...creatorsOf(plan),
    date: plan.date ?? context.date.toISOString().slice(0, 10),
    modified: context.date.toISOString().replace(/\.\d+Z$/u, 'Z'),
    words: documents.reduce((sum, one) => sum + one.facts.words, 0),
    access,
    pageSource: pages.length > 0 ? `${plan.slug}.pdf` : '',
    claim: context.claim,
    items: itemsOf(documents, assets, fonts),
    spine: order.map(idOf),
  });
  const ncx = files('toc.ncx', hashOf(shared, navigation), () => ({
    bytes: xmlCharacters(templates.render('epub/ncx', { ...shared, ...navigation })),
    facts: {},
  }));
  const bytes = await packBook(
    [
      packed('content.opf', xmlCharacters(packageDocument)),
      ncx.entry,
      contents.entry,
      packed('style.css', writeStyles(fonts, context)),
      ...documents.map(({ entry }) => entry),
      packed('cover.svg', xmlCharacters(templates.render('epub/cover.svg', { ...shared, cover }))),
      ...[...assets, ...fonts.map((font) => [font.path, font] as const)].map(([name, asset]) =>
        packed(name, asset.bytes),
      ),
    ],
    known,
  );
  return {
    artifacts: [{ path, bytes, mediaType: 'application/epub+zip' }],
    findings: pictures.findings,
  };
}

function reachedBy(documents: readonly FinishedDocument[]): number {
  return documents.at(-1)?.facts.reached ?? -1;
}

const noPages: PageMap = { pages: [], anchors: new Map() };

/** What documents are marked by, worked out where one has to be. */
function printOf(plan: ResolvedPlan, map: PageMap | undefined): () => Print {
  let print: Print | undefined;
  return () => {
    print ??= { map: map ?? noPages, passing: new Set(map ? placesOf(plan) : []) };
    return print;
  };
}

/** The pictures that the documents show, by their names in the book. */
function assetsIn(
  documents: readonly FinishedDocument[],
  plan: ResolvedPlan,
): ReadonlyMap<string, Asset> {
  const all = new Map([...plan.assets.values()].map((asset) => [assetName(asset), asset]));
  const names = new Set(documents.flatMap((one) => one.facts.images));
  return new Map(
    [...names].flatMap((name) => {
      const asset = all.get(name);
      return asset === undefined ? [] : [[name, asset] as const];
    }),
  );
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
    ...documents.map(({ name, facts: { properties } }) => ({
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
