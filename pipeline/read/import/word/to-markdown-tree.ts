/** The HTML that mammoth makes of a Word document, as Markdown's tree, with its footnotes as such. */
import type { Element, Root as HtmlRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ImportNote } from '../imported.ts';

/** The blocks of the text, and the notes that they call. */
export interface MarkdownTree {
  readonly blocks: readonly RootContent[];
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

type Tell = (kind: ImportNote['kind'], message: string) => void;

const noteId = /^#?((?:footnote|endnote)-[\w-]+)$/u;

export function toMarkdownTree(html: HtmlRoot, tell: Tell): MarkdownTree {
  const bodies = takeNotes(html);
  unwrapAnchors(html, tell);
  tellPictures(html, tell);
  tellTables(html, tell);
  giveHeads(html, tell);
  const names = new Map<string, string>();
  const named = (id: string): string => {
    const known = names.get(id) ?? String(names.size + 1);
    names.set(id, known);
    return known;
  };
  const blocks = blocksOf(html, named);
  const notes = new Map<string, FootnoteDefinition>();
  for (const [id, name] of [...names]) {
    const body = bodies.get(id);
    const children =
      body === undefined ? [] : blocksOf({ type: 'root', children: body.children }, named);
    notes.set(name, {
      type: 'footnoteDefinition',
      identifier: name,
      label: name,
      children: children.filter(isNoteContent),
    });
  }
  return { blocks, notes };
}

function isNoteContent(block: RootContent): block is FootnoteDefinition['children'][number] {
  return ['paragraph', 'list', 'table', 'blockquote', 'code'].includes(block.type);
}

/** Blocks with calls of notes as such; `named` gives a note's name by its id. */
function blocksOf(html: HtmlRoot, named: (id: string) => string): RootContent[] {
  const tree = toMdast(html, {
    newlines: false,
    handlers: {
      sup: (state, node: Element) => {
        const link = node.children.find((one) => one.type === 'element' && one.tagName === 'a');
        const href = link?.type === 'element' ? String(link.properties['href'] ?? '') : '';
        const id = noteId.exec(href)?.[1];
        if (id === undefined) return state.all(node);
        return { type: 'footnoteReference', identifier: named(id), label: named(id) };
      },
    },
  });
  return tree.type === 'root'
    ? tree.children.filter((one): one is RootContent => one.type !== 'html')
    : [];
}

/** Takes the list of notes at the end out of the tree: each by its id, without the arrow back. */
function takeNotes(html: HtmlRoot): Map<string, Element> {
  const notes = new Map<string, Element>();
  visit(html, 'element', (node, index, parent) => {
    const items = node.children.filter((one): one is Element => one.type === 'element');
    const ids = items.map((one) => noteId.exec(String(one.properties['id'] ?? ''))?.[1]);
    if (node.tagName !== 'ol' || items.length === 0 || ids.includes(undefined)) return undefined;
    for (const [at, item] of items.entries()) {
      visit(item, 'element', (one, place, inside) => {
        const back = one.tagName === 'a' && /-ref-/u.test(String(one.properties['href'] ?? ''));
        if (back && inside && place !== undefined) {
          inside.children.splice(place, 1);
          return [SKIP, place];
        }
        return undefined;
      });
      notes.set(ids[at] ?? '', item);
    }
    if (parent && index !== undefined) parent.children.splice(index, 1);
    return [SKIP, index ?? 0];
  });
  return notes;
}

/** Bookmarks go, and links to them become their text; links to notes stay. */
function unwrapAnchors(html: HtmlRoot, tell: Tell): void {
  let inside = 0;
  visit(html, 'element', (node, index, parent) => {
    const href = String(node.properties['href'] ?? '');
    if (node.tagName !== 'a' || noteId.test(href) || (href !== '' && !href.startsWith('#')))
      return undefined;
    if (parent === undefined || index === undefined) return undefined;
    if (href !== '' && node.children.length > 0) inside += 1;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
  if (inside > 0) {
    const many = inside === 1 ? 'One link' : `${inside} links`;
    tell(
      'lost',
      `${many} to places in the document are written as text. Link to sections by their number: [text](#3.13).`,
    );
  }
}

function tellPictures(html: HtmlRoot, tell: Tell): void {
  let without = 0;
  visit(html, 'element', (node, index, parent) => {
    if (node.tagName !== 'img') return undefined;
    if (node.properties['src'] === '' && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (String(node.properties['alt'] ?? '').trim() === '') without += 1;
    return undefined;
  });
  if (without > 0) {
    const many = without === 1 ? 'One picture has' : `${without} pictures have`;
    tell('missing', `${many} no description. Write one into the square brackets of each.`);
  }
}

/** A table of Markdown has a head: where Word names none, it is the first row. */
function giveHeads(html: HtmlRoot, tell: Tell): void {
  let made = 0;
  visit(html, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const rows: Element[] = [];
    let headed = false;
    visit(table, 'element', (node) => {
      if (node.tagName === 'tr') rows.push(node);
      if (node.tagName === 'th') headed = true;
    });
    if (headed) return;
    for (const cell of rows[0]?.children ?? []) if (cell.type === 'element') cell.tagName = 'th';
    made += 1;
  });
  if (made > 0) {
    const many = made === 1 ? 'a table is' : `${made} tables are`;
    tell('guessed', `The first row of ${many} read as the head.`);
  }
}

function tellTables(html: HtmlRoot, tell: Tell): void {
  let merged = 0;
  visit(html, 'element', (node) => {
    if (node.properties['colSpan'] !== undefined || node.properties['rowSpan'] !== undefined)
      merged += 1;
  });
  if (merged > 0) {
    tell(
      'repaired',
      `Merged cells of tables are written as a cell with text and empty ones (${merged}). Look at these tables.`,
    );
  }
}
