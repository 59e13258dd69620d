/** What a print is made of: for the print's own check that it is whole. */
import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { operatorsOf } from '../../pdf/content-stream.ts';
import {
  dictOf,
  entry,
  follow,
  itemsOf,
  nameOf,
  numberOf,
  type Objects,
  streamOf,
  unpacked,
} from '../../pdf/lookup.ts';
import { openObjects } from '../../pdf/object-reader.ts';
import { pagesOf } from '../../pdf/page-refs.ts';

/** One page. Sizes in points (1/72 inch), as in its MediaBox. */
export interface InspectedPage {
  readonly width: number;
  readonly height: number;
  /** Whether anything on it is text: false for a blank page, and for one that is only a picture. */
  readonly hasText: boolean;
}

/** One font. */
export interface InspectedFont {
  /** PostScript name without the subset's prefix: `SourceSerif4-Regular`. */
  readonly name: string;
  /** Such as `TrueType`, `Type0`, `Type3`. */
  readonly type: string;
  readonly embedded: boolean;
}

export interface Inspection {
  readonly pages: readonly InspectedPage[];
  /** Each once, sorted by name. */
  readonly fonts: readonly InspectedFont[];
}

/** Reads a print of Chromium's, before or after nothing else touched it. Raises `Error` where the bytes are none. */
export function inspect(print: Uint8Array): Inspection {
  const objects = openObjects(print);
  const fonts = new Map<PDFObject, InspectedFont>();
  const pages = pagesOf(objects, objects.catalog).map((ref) => {
    const page = dictOf(objects, ref);
    const [left = 0, bottom = 0, right = 0, top = 0] = itemsOf(
      objects,
      inherited(objects, page, 'MediaBox'),
    ).map((edge) => numberOf(objects, edge) ?? 0);
    const resources = dictOf(objects, inherited(objects, page, 'Resources'));
    collectFonts(objects, resources, fonts, new Set());
    return {
      width: right - left,
      height: top - bottom,
      hasText: contentsOf(objects, page).some((stream) => showsText(objects, stream, resources, 0)),
    };
  });
  const unique = new Map([...fonts.values()].map((font) => [JSON.stringify(font), font]));
  return {
    pages,
    fonts: [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const textOperators = new Set(['Tj', 'TJ', "'", '"']);

/** Whether a content stream, or a form that it draws, shows text. */
function showsText(
  objects: Objects,
  stream: PDFRawStream,
  resources: PDFDict | undefined,
  depth: number,
): boolean {
  const bytes = unpacked(objects, stream);
  const forms = dictOf(objects, entry(resources, 'XObject'));
  for (const { name, start, end } of operatorsOf(bytes)) {
    if (textOperators.has(name)) return true;
    if (name !== 'Do' || depth > 8) continue;
    const key = /^\/(\S+)/u.exec(Buffer.from(bytes.subarray(start, end)).toString('latin1'))?.[1];
    const form = key === undefined ? undefined : streamOf(objects, entry(forms, key));
    if (!form) continue;
    const own = dictOf(objects, entry(form.dict, 'Resources'));
    const isForm = nameOf(objects, entry(form.dict, 'Subtype')) === 'Form';
    if (isForm && showsText(objects, form, own, depth + 1)) return true;
  }
  return false;
}

/** The fonts of a page's resources and of the forms in them. */
function collectFonts(
  objects: Objects,
  resources: PDFDict | undefined,
  fonts: Map<PDFObject, InspectedFont>,
  seen: Set<PDFObject>,
): void {
  if (!resources || seen.has(resources)) return;
  seen.add(resources);
  for (const value of dictOf(objects, entry(resources, 'Font'))?.values() ?? []) {
    const font = dictOf(objects, value);
    if (font && !fonts.has(font)) fonts.set(font, inspectFont(objects, font));
  }
  for (const value of dictOf(objects, entry(resources, 'XObject'))?.values() ?? []) {
    const form = streamOf(objects, value);
    if (!form) continue;
    collectFonts(objects, dictOf(objects, entry(form.dict, 'Resources')), fonts, seen);
  }
}

function inspectFont(objects: Objects, font: PDFDict): InspectedFont {
  const [inner = font] = itemsOf(objects, entry(font, 'DescendantFonts'));
  const descriptor = dictOf(objects, entry(dictOf(objects, inner), 'FontDescriptor'));
  const type = nameOf(objects, entry(font, 'Subtype')) ?? '';
  const files = ['FontFile', 'FontFile2', 'FontFile3'];
  return {
    name: (nameOf(objects, entry(font, 'BaseFont')) ?? '').replace(/^[A-Z]{6}\+/u, ''),
    type,
    // The glyphs of a Type 3 font are its own content streams.
    embedded: type === 'Type3' || files.some((file) => entry(descriptor, file) !== undefined),
  };
}

function contentsOf(objects: Objects, page: PDFDict | undefined): readonly PDFRawStream[] {
  const contents = entry(page, 'Contents');
  const single = streamOf(objects, contents);
  if (single) return [single];
  return itemsOf(objects, contents).flatMap((part) => streamOf(objects, part) ?? []);
}

/** A page's own attribute, or the nearest above it in the page tree (ISO 32000-1, 7.7.3.4). */
function inherited(
  objects: Objects,
  page: PDFDict | undefined,
  key: string,
): PDFObject | undefined {
  let node = page;
  for (let depth = 0; node && depth < 64; depth += 1) {
    const value = follow(objects, entry(node, key));
    if (value) return value;
    node = dictOf(objects, entry(node, 'Parent'));
  }
  return undefined;
}
