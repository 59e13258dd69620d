/** Makes of Chromium's tags the tree that PDF/UA-1 and a reader expect. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { noAttributes, type TagKid, type TagNode } from '../../../pdf/tag-tree.ts';
import { isInline, mapTags, tag, withKids, withoutEchoes, wrapRuns } from './map-tags.ts';
import { notesToCalls } from './notes-to-calls.ts';
import { aroundNotes, roleOf, roles } from './roles.ts';

/** What the tree's content shows, beside the tree itself. */
export interface TagContent {
  /** What a mark shows: nothing, text, or only something drawn. */
  readonly shows: (kid: TagKid) => 'nothing' | 'text' | 'drawing';
  /** The anchor of the note that an object is a link to. */
  readonly noteOf: (kid: TagKid) => string | undefined;
  /** The anchors of the notes at the feet of pages, in order. */
  readonly feet: readonly string[];
  /** The box around what marks draw, as an array of the PDF; undefined where nothing is drawn. */
  readonly boxAround: (kids: readonly TagKid[]) => PDFObject | undefined;
  /** The document's language. */
  readonly lang: string;
  /** What is said of a picture that brings no words of its own. */
  readonly figureLabel: string;
}

/** The tree with one element of type `Document` at the top. What is not content of anything is left out of it. */
export function shapeTags(roots: readonly TagNode[], content: TagContent): TagNode {
  const tops = roots.flatMap((root) => (root.type === 'Document' ? root.kids : [root]));
  const shaped = mapTags(tops, (node) => shape(node, content));
  const whole = paragraphs(tag('Document', mapTags(shaped, withoutEmpty)));
  return withoutEchoes(notesToCalls(whole, content.feet, content.noteOf), content.lang);
}

/** What becomes of an element whose kids are shaped already: the element that it means, or its kids alone. */
function shape(node: TagNode, content: TagContent): readonly TagKid[] {
  if (node.lang === undefined && node.type === 'NonStruct') return onlyContent(node, content).kids;
  const { role, ...lang } = roleOf(node);
  if (role === aroundNotes) return node.kids;
  const named = role === undefined ? node : withRole(node, role, lang);
  const held = withoutRepeats(onlyContent(named, content));
  return [paragraphs(figure(listItem(linked(meant(held), content)), content))];
}

/** The element with its role as its type. */
function withRole(node: TagNode, role: string, lang: { readonly lang?: string }): TagNode {
  const type = roles[role];
  if (type === undefined) return node;
  const { lang: _, ...rest } = node;
  return { ...rest, type, attributes: noAttributes, ...lang };
}

/** Elements whose drawings mean something. */
const drawn = new Set(['Figure', 'Form', 'Formula', 'Lbl']);

/** Leaves out borders and backgrounds, which Chromium marks as content of the block they belong to. */
function onlyContent(node: TagNode, { shows }: TagContent): TagNode {
  const kids = node.kids.filter((kid) => {
    if (kid.kind !== 'marked') return true;
    const what = shows(kid);
    return what === 'text' || (what === 'drawing' && drawn.has(node.type));
  });
  const bullet =
    node.type === 'Lbl' && kids.length > 0 && kids.every((kid) => shows(kid) !== 'text');
  return bullet ? { ...node, kids, actualText: '•' } : withKids(node, kids);
}

/** A head of columns is repeated on each page of its table, but it is read once. */
function withoutRepeats(node: TagNode): TagNode {
  const scope = node.attributes.get('Table')?.get('Scope')?.toString();
  if (node.type !== 'TH' || scope !== '/Column') return node;
  let first: Exclude<TagKid, TagNode> | undefined;
  const keep = (kids: readonly TagKid[]): readonly TagKid[] =>
    kids.flatMap((kid): readonly TagKid[] => {
      if (kid.kind === 'node') return [{ ...kid, kids: keep(kid.kids) }];
      first ??= kid;
      return kid.page === first.page ? [kid] : [];
    });
  return { ...node, kids: keep(node.kids) };
}

/** Chromium's element for everything without a meaning of its own, where it is kept for its language. */
function meant(node: TagNode): TagNode {
  if (node.type === 'Table') {
    return withKids(
      node,
      node.kids.filter((kid) => kid.kind === 'node'),
    );
  }
  if (node.type !== 'NonStruct') return node;
  return { ...node, type: node.kids.every(isInline) ? 'Span' : 'Div' };
}

/** Links: marked as such, within a reference where they lead to a note or stand in a list of contents. */
function linked(node: TagNode, { noteOf }: TagContent): TagNode {
  if (node.type === 'Link') {
    if (!node.kids.some((kid) => kid.kind === 'object')) return { ...node, type: 'Span' };
    return node.kids.some((kid) => noteOf(kid) !== undefined) ? tag('Reference', [node]) : node;
  }
  const kids = node.kids.map((kid) => {
    if (node.type === 'TOCI') return isOne(kid, ['Link']) ? tag('Reference', [kid]) : kid;
    // An object outside of a link is the annotation of one.
    return kid.kind === 'object' ? tag('Link', [kid]) : kid;
  });
  return withKids(node, kids);
}

/** An item's text stands in its body (ISO 32000-1, table 336). */
function listItem(node: TagNode): TagNode {
  if (node.type === 'L') {
    const kids = wrapRuns(node.kids, (kid) => !isOne(kid, ['LI', 'L', 'Caption']), 'LI');
    return { ...node, kids: kids.map((kid) => (kid.kind === 'node' ? listItem(kid) : kid)) };
  }
  if (node.type !== 'LI') return node;
  return withKids(
    node,
    wrapRuns(node.kids, (kid) => !isOne(kid, ['Lbl', 'LBody']), 'LBody'),
  );
}

/**
 * A picture has words in its place, and says where it is (ISO 32000-1, 14.8.5.4.3); a figure around picture and caption
 * is a mere group.
 */
function figure(node: TagNode, { figureLabel, boxAround }: TagContent): TagNode {
  if (node.type !== 'Figure') return node;
  const group = node.alt === undefined && node.kids.some((kid) => kid.kind === 'node');
  if (group) return { ...node, type: 'Div' };
  const box = boxAround(node.kids);
  const layout = box && new Map([['BBox', box]]);
  return {
    ...node,
    alt: node.alt ?? figureLabel,
    attributes: layout ? new Map([...node.attributes, ['Layout', layout]]) : node.attributes,
  };
}

const groups = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Index']);

/** Text that stands in a group by itself becomes a paragraph. */
function paragraphs(node: TagNode): TagNode {
  return groups.has(node.type) ? withKids(node, wrapRuns(node.kids, isInline, 'P')) : node;
}

/** Elements that hold nothing say nothing; but a table's cells keep their places. */
function withoutEmpty(node: TagNode): readonly TagKid[] {
  return node.kids.length > 0 || isOne(node, ['TD', 'TH']) ? [node] : [];
}

function isOne(kid: TagKid, types: readonly string[]): boolean {
  return kid.kind === 'node' && types.includes(kid.type);
}
