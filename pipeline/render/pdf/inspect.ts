/** What a print is made of: for the print's own check that it is whole. */
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { operatorsOf } from '../../pdf/content-stream.ts';
import { type ObjectReader, openObjects } from '../../pdf/object-reader.ts';
import { pagesOf } from './destinations.ts';

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
  const pages = pagesOf(objects).map((ref) => {
    const page = dictAt(objects, ref);
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers(
      inherited(objects, page, 'MediaBox'),
    );
    const resources = dictAt(objects, inherited(objects, page, 'Resources'));
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
  objects: ObjectReader,
  stream: PDFRawStream,
  resources: PDFDict | undefined,
  depth: number,
): boolean {
  const bytes = decode(stream);
  const forms = dictAt(objects, resources?.get(PDFName.of('XObject')));
  for (const { name, start, end } of operatorsOf(bytes)) {
    if (textOperators.has(name)) return true;
    if (name !== 'Do' || depth > 8) continue;
    const key = /^\/(\S+)/u.exec(Buffer.from(bytes.subarray(start, end)).toString('latin1'))?.[1];
    const form = key === undefined ? undefined : objects.resolve(forms?.get(PDFName.of(key)));
    if (!(form instanceof PDFRawStream)) continue;
    const own = dictAt(objects, form.dict.get(PDFName.of('Resources')));
    const isForm = form.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
    if (isForm && showsText(objects, form, own, depth + 1)) return true;
  }
  return false;
}

/** The fonts of a page's resources and of the forms in them. */
function collectFonts(
  objects: ObjectReader,
  resources: PDFDict | undefined,
  fonts: Map<PDFObject, InspectedFont>,
  seen: Set<PDFObject>,
): void {
  if (!resources || seen.has(resources)) return;
  seen.add(resources);
  for (const value of dictAt(objects, resources.get(PDFName.of('Font')))?.values() ?? []) {
    const font = dictAt(objects, value);
    if (font && !fonts.has(font)) fonts.set(font, inspectFont(objects, font));
  }
  for (const value of dictAt(objects, resources.get(PDFName.of('XObject')))?.values() ?? []) {
    const form = objects.resolve(value);
    if (!(form instanceof PDFRawStream)) continue;
    collectFonts(objects, dictAt(objects, form.dict.get(PDFName.of('Resources'))), fonts, seen);
  }
}

function inspectFont(objects: ObjectReader, font: PDFDict): InspectedFont {
  const descendants = objects.resolve(font.get(PDFName.of('DescendantFonts')));
  const inner = descendants instanceof PDFArray ? dictAt(objects, descendants.get(0)) : undefined;
  const descriptor = dictAt(objects, (inner ?? font).get(PDFName.of('FontDescriptor')));
  const type = nameOf(font.get(PDFName.of('Subtype')));
  const files = ['FontFile', 'FontFile2', 'FontFile3'];
  return {
    name: nameOf(font.get(PDFName.of('BaseFont'))).replace(/^[A-Z]{6}\+/u, ''),
    type,
    // The glyphs of a Type 3 font are its own content streams.
    embedded: type === 'Type3' || files.some((file) => descriptor?.has(PDFName.of(file))),
  };
}

function contentsOf(objects: ObjectReader, page: PDFDict | undefined): PDFRawStream[] {
  const contents = objects.resolve(page?.get(PDFName.of('Contents')));
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  return parts
    .map((part) => objects.resolve(part))
    .filter((part): part is PDFRawStream => part instanceof PDFRawStream);
}

/** A page's own attribute, or the nearest above it in the page tree (ISO 32000-1, 7.7.3.4). */
function inherited(
  objects: ObjectReader,
  page: PDFDict | undefined,
  key: string,
): PDFObject | undefined {
  let node = page;
  for (let depth = 0; node && depth < 64; depth += 1) {
    const value = objects.resolve(node.get(PDFName.of(key)));
    if (value) return value;
    node = dictAt(objects, node.get(PDFName.of('Parent')));
  }
  return undefined;
}

function decode(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(PDFName.of('Filter'));
  return filter === undefined ? stream.contents : inflateSync(stream.contents);
}

function dictAt(objects: ObjectReader, object: PDFObject | undefined): PDFDict | undefined {
  const found = objects.resolve(object);
  return found instanceof PDFDict ? found : undefined;
}

function numbers(array: PDFObject | undefined): number[] {
  if (!(array instanceof PDFArray)) return [];
  return array.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0));
}

function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}
