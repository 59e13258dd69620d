/** The structure tree of a tagged PDF (ISO 32000-1, 14.7) as plain values. */
import { PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import {
  dictOf,
  entry,
  follow,
  itemsOf,
  nameOf,
  nameText,
  numberOf,
  type Objects,
  textOf,
} from './lookup.ts';

/** A structure element. */
export interface TagNode {
  readonly kind: 'node';
  /** Such as `P`, `TH`: as written, before any role map. */
  readonly type: string;
  readonly kids: readonly TagKid[];
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly id?: string;
  /** By owner, such as `Table`, then by name, such as `Scope`. */
  readonly attributes: Attributes;
}

export type Attributes = ReadonlyMap<string, ReadonlyMap<string, PDFObject>>;

/** Most elements have none. */
export const noAttributes: Attributes = new Map();

/** A sequence of marked content: what lies between BDC and EMC on a page. */
export interface MarkedKid {
  readonly kind: 'marked';
  readonly page: PDFRef;
  readonly mcid: number;
}

/** An object of a page, such as a link's annotation. */
export interface ObjectKid {
  readonly kind: 'object';
  readonly page: PDFRef | undefined;
  readonly object: PDFRef;
}

export type TagKid = TagNode | MarkedKid | ObjectKid;

/** The roots of the tree, mostly one `Document`. What is not well-formed is left out; a loop ends where it closes. */
export function readTags(objects: Objects, treeRoot: PDFDict): readonly TagNode[] {
  const seen = new Set<PDFRef>();
  const kids = kidsOf(objects, entry(treeRoot, 'K'), undefined, seen);
  return kids.filter((kid): kid is TagNode => kid.kind === 'node');
}

/** Every element of a tree, parents before their kids. */
export function* elementsOf(kids: readonly TagKid[]): Generator<TagNode> {
  for (const kid of kids) {
    if (kid.kind !== 'node') continue;
    yield kid;
    yield* elementsOf(kid.kids);
  }
}

/** Every piece of content below some kids, in reading order. */
export function* contentOf(kids: readonly TagKid[]): Generator<MarkedKid | ObjectKid> {
  for (const kid of kids) {
    if (kid.kind === 'node') yield* contentOf(kid.kids);
    else yield kid;
  }
}

function kidsOf(
  objects: Objects,
  value: PDFObject | undefined,
  page: PDFRef | undefined,
  seen: Set<PDFRef>,
): TagKid[] {
  const items = itemsOf(objects, value);
  const single = value === undefined || items.length > 0 ? [] : [value];
  return [...items, ...single].flatMap((item) => kidOf(objects, item, page, seen) ?? []);
}

function kidOf(
  objects: Objects,
  item: PDFObject,
  page: PDFRef | undefined,
  seen: Set<PDFRef>,
): TagKid | undefined {
  const value = follow(objects, item);
  if (value instanceof PDFNumber) {
    return page && { kind: 'marked', page, mcid: value.asNumber() };
  }
  if (!(value instanceof PDFDict)) return undefined;
  const own = entry(value, 'Pg');
  const at = own instanceof PDFRef ? own : page;
  const type = nameOf(objects, entry(value, 'Type'));
  if (type === 'MCR') {
    const mcid = numberOf(objects, entry(value, 'MCID'));
    return at && mcid !== undefined ? { kind: 'marked', page: at, mcid } : undefined;
  }
  if (type === 'OBJR') {
    const object = entry(value, 'Obj');
    return object instanceof PDFRef ? { kind: 'object', page: at, object } : undefined;
  }
  if (item instanceof PDFRef) {
    if (seen.has(item)) return undefined;
    seen.add(item);
  }
  return nodeOf(objects, value, at, seen);
}

function nodeOf(
  objects: Objects,
  dict: PDFDict,
  page: PDFRef | undefined,
  seen: Set<PDFRef>,
): TagNode {
  const text = (key: string) => textOf(objects, entry(dict, key));
  const [lang, alt, actualText, id] = [text('Lang'), text('Alt'), text('ActualText'), text('ID')];
  return {
    kind: 'node',
    type: nameOf(objects, entry(dict, 'S')) ?? '',
    kids: kidsOf(objects, entry(dict, 'K'), page, seen),
    ...(lang !== undefined && { lang }),
    ...(alt !== undefined && { alt }),
    ...(actualText !== undefined && { actualText }),
    ...(id !== undefined && { id }),
    attributes: attributesOf(objects, entry(dict, 'A')),
  };
}

/** Chromium writes a dictionary for each attribute: they are joined by owner. Revision numbers are passed over. */
function attributesOf(objects: Objects, value: PDFObject | undefined): Attributes {
  if (value === undefined) return noAttributes;
  const owners = new Map<string, Map<string, PDFObject>>();
  const dicts = [...itemsOf(objects, value), value];
  for (const item of dicts) {
    const dict = dictOf(objects, item);
    const owner = nameOf(objects, entry(dict, 'O'));
    if (!dict || owner === undefined) continue;
    const own = owners.get(owner) ?? new Map<string, PDFObject>();
    for (const [key, held] of dict.entries()) {
      const name = nameText(key);
      if (name !== 'O') own.set(name, held);
    }
    owners.set(owner, own);
  }
  return owners;
}
