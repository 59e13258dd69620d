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
import type { Print } from './finish/print-pages.ts';

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

/** What a print that nothing has changed yet is made of. */
export function inspect({ file: objects, pages: read }: Print): Inspection {
  const fonts = new Map<PDFObject, InspectedFont>();
  const pages = read.map(({ dict: page, scan }) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = itemsOf(
      objects,
      inherited(objects, page, 'MediaBox'),
    ).map((edge) => numberOf(objects, edge) ?? 0);
    const resources = dictOf(objects, inherited(objects, page, 'Resources'));
    collectFonts(objects, resources, fonts, new Set());
    return {
      width: right - left,
      height: top - bottom,
      hasText: scan.runs.length > 0 || showsText(objects, resources, 0),
    };
  });
  const unique = new Map([...fonts.values()].map((font) => [JSON.stringify(font), font]));
  return {
    pages,
    fonts: [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

const textOperators = new Set(['Tj', 'TJ', "'", '"']);

/** Whether a form of some resources shows text. */
function showsText(objects: Objects, resources: PDFDict | undefined, depth: number): boolean {
  if (depth > 8) return false;
  return formsOf(objects, resources).some((form) => {
    for (const { name } of operatorsOf(unpacked(objects, form))) {
      if (textOperators.has(name)) return true;
    }
    return showsText(objects, dictOf(objects, entry(form.dict, 'Resources')), depth + 1);
  });
}

function formsOf(objects: Objects, resources: PDFDict | undefined): readonly PDFRawStream[] {
  const values = dictOf(objects, entry(resources, 'XObject'))?.values() ?? [];
  return values.flatMap((value) => {
    const stream = streamOf(objects, value);
    const isForm = nameOf(objects, entry(stream?.dict, 'Subtype')) === 'Form';
    return stream && isForm ? [stream] : [];
  });
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
  for (const form of formsOf(objects, resources)) {
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
