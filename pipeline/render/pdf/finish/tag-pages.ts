/** Tags and content of a print, made to agree: whatever is on a page is in the tree, or an artifact. */
import { PDFArray, type PDFDict, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import { dictOf, entry, itemsOf, nameOf, textOf } from '../../../pdf/lookup.ts';
import {
  contentOf,
  elementsOf,
  type MarkedKid,
  readTags,
  type TagKid,
  type TagNode,
} from '../../../pdf/tag-tree.ts';
import { voiceOf } from './glyph-texts.ts';
import { joinLines } from './join-lines.ts';
import { isInline } from './map-tags.ts';
import { type PrintPage, packed, voiceName } from './print-pages.ts';
import { rewritePage } from './rewrite-page.ts';
import { shapeTags } from './shape-tags.ts';
import { type WrittenTags, writeTags } from './write-tags.ts';

export interface TagMeta {
  /** The anchors of notes: a link to one is a reference. */
  readonly notes: ReadonlySet<string>;
  /** Of these the ones at the feet of pages, in order. */
  readonly feet: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  /** What is said of a picture without words of its own. */
  readonly figureLabel: string;
  /** What the ids of elements begin with. No other fragment of the file has the same, nor one that begins with it. */
  readonly idPrefix: string;
}

/** Shapes the tree below the document's element, and rewrites the pages' content and links to match. Raises `Error` where there is no tree. */
export function tagPages(
  file: PdfDraft,
  catalog: PDFDict,
  pages: readonly PrintPage[],
  documentRef: PDFRef,
  meta: TagMeta,
): WrittenTags {
  const treeRoot = dictOf(file, entry(catalog, 'StructTreeRoot'));
  if (!treeRoot) throw new Error('The print has no structure tree.');
  const byRef = new Map(pages.map((page) => [page.ref, page]));
  const markOf = (kid: MarkedKid) => byRef.get(kid.page)?.scan.marked.get(kid.mcid);
  const tree = shapeTags(withPieces(readTags(file.source, treeRoot), byRef), {
    shows(kid) {
      const mark = kid.kind === 'marked' ? markOf(kid) : undefined;
      if (!mark) return 'nothing';
      if (mark.text.trim() !== '') return 'text';
      return mark.drawn ? 'drawing' : 'nothing';
    },
    noteOf(kid) {
      const anchor = kid.kind === 'object' ? destinationOf(file, kid.object) : '';
      return meta.notes.has(anchor) ? anchor : undefined;
    },
    feet: meta.feet,
    boxAround(kids) {
      const boxes = kids.flatMap((kid) =>
        kid.kind === 'marked' ? (markOf(kid)?.drawn ?? []) : [],
      );
      return boxes.length >= 4 ? file.context.obj(boxes.slice(0, 4)) : undefined;
    },
    figureLabel: meta.figureLabel,
    lang: meta.lang,
  });
  rewritePages(file, pages, tree);
  describeLinks(file, tree, (kid) => markOf(kid)?.text ?? '');
  keepAnnotations(file, pages, tree);
  return writeTags(file, documentRef, tree, meta.idPrefix);
}

/** The tree with all pieces of each mark. */
function withPieces(
  roots: readonly TagNode[],
  pages: ReadonlyMap<PDFRef, PrintPage>,
): readonly TagNode[] {
  if (![...pages.values()].some(({ pieces }) => pieces.size > 0)) return roots;
  const kidsOf = (kids: readonly TagKid[]): readonly TagKid[] =>
    kids.flatMap((kid): readonly TagKid[] => {
      if (kid.kind === 'node') return [{ ...kid, kids: kidsOf(kid.kids) }];
      const pieces = kid.kind === 'marked' && pages.get(kid.page)?.pieces.get(kid.mcid);
      return pieces ? pieces.map((mcid) => ({ ...kid, kind: 'marked', mcid })) : [kid];
    });
  return roots.map((root) => ({ ...root, kids: kidsOf(root.kids) }));
}

function rewritePages(file: PdfDraft, pages: readonly PrintPage[], tree: TagNode): void {
  const blocks = blocksOf(tree);
  const spaces = joinLines(pages, (page, mcid) => blocks.get(page.ref)?.get(mcid));
  for (const page of pages) {
    const marks = blocks.get(page.ref);
    const area = page.scan.area;
    const font = (name: string) => page.fonts.get(name);
    const content = rewritePage(page.stream, page.scan.spots, {
      tagged: (mcid) => marks?.has(mcid) ?? false,
      glyphText: (name, code) => font(name)?.voices[0]?.get(code),
      widthOf: (name, code) => font(name)?.widths.get(code) ?? 0,
      outlineOf: (name, code) => font(name)?.outlines.get(code),
      voiceOf(name, code, text) {
        const place = voiceOf(font(name)?.voices ?? [], code, text);
        return place === undefined ? undefined : voiceName(name, place);
      },
      inserted: spaces.get(page) ?? new Map(),
      isMargin: (x, y) =>
        area !== undefined && (y < area[1] || y > area[3] || x < area[0] || x > area[2]),
    });
    page.dict.set(PDFName.of('Contents'), file.context.register(packed(file.context, content)));
    page.dict.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
}

/** For each mark in the tree the nearest element around it that is a block. */
function blocksOf(tree: TagNode): ReadonlyMap<PDFRef, ReadonlyMap<number, TagNode>> {
  const blocks = new Map<PDFRef, Map<number, TagNode>>();
  const visit = (node: TagNode, block: TagNode) => {
    for (const kid of node.kids) {
      if (kid.kind === 'node') visit(kid, isInline(kid) ? block : kid);
      else if (kid.kind === 'marked') {
        const marks = blocks.get(kid.page) ?? new Map<number, TagNode>();
        blocks.set(kid.page, marks.set(kid.mcid, block));
      }
    }
  };
  visit(tree, tree);
  return blocks;
}

/** Says at each link's annotation what the link says (ISO 14289-1, 7.18.5). */
function describeLinks(file: PdfDraft, tree: TagNode, textIn: (kid: MarkedKid) => string): void {
  for (const node of elementsOf([tree])) {
    if (node.type !== 'Link') continue;
    const content = [...contentOf(node.kids)];
    const words = content.map((kid) => (kid.kind === 'marked' ? textIn(kid).trim() : ''));
    const text = words.filter(Boolean).join(' ').replace(/\s+/gu, ' ');
    for (const kid of content) {
      const annotation = kid.kind === 'object' ? dictOf(file, kid.object) : undefined;
      const said = text === '' ? addressOf(file, annotation) : text;
      annotation?.set(PDFName.of('Contents'), PDFHexString.fromText(said));
    }
  }
}

/** A link whose text is not read, as in the repeated head of a table, is none. */
function keepAnnotations(file: PdfDraft, pages: readonly PrintPage[], tree: TagNode): void {
  const kept = new Set<TagKid | PDFRef>();
  for (const kid of contentOf([tree])) if (kid.kind === 'object') kept.add(kid.object);
  for (const { dict } of pages) {
    const annotations = itemsOf(file, entry(dict, 'Annots'));
    const left = annotations.filter((one) => kept.has(one as PDFRef));
    if (left.length === annotations.length) continue;
    const array = PDFArray.withContext(file.context);
    for (const one of left) array.push(one);
    dict.set(PDFName.of('Annots'), array);
  }
}

function destinationOf(file: PdfDraft, annotation: PDFRef): string {
  const name = nameOf(file, entry(dictOf(file, annotation), 'Dest')) ?? '';
  return decodeURIComponent(name);
}

function addressOf(file: PdfDraft, annotation: PDFDict | undefined): string {
  const action = dictOf(file, entry(annotation, 'A'));
  return textOf(file, entry(action, 'URI')) ?? nameOf(file, entry(annotation, 'Dest')) ?? '';
}
