/** The pages of a print with their content read, and the fonts they share. */
import { deflateSync, inflateSync } from 'node:zlib';
import {
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, streamOf } from '../../../pdf/lookup.ts';
import { type GlyphTexts, readToUnicode, writeToUnicode } from '../../../pdf/to-unicode.ts';
import { type Settled, type Statements, settleGlyphs } from './glyph-texts.ts';
import { type PageScan, scanPage } from './scan-page.ts';

/** A font, with what its glyphs mean once the spans around them are gone. */
export interface PrintFont extends Settled {
  readonly dict: PDFDict;
}

export interface PrintPage {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** Its content, decoded. */
  readonly stream: Uint8Array;
  readonly scan: PageScan;
  /** By the names that the content calls them. */
  readonly fonts: ReadonlyMap<string, PrintFont>;
}

/** Reads all pages of a print, and settles what each glyph means. */
export function readPages(document: PDFDocument): readonly PrintPage[] {
  const { context } = document;
  const known = new Map<PDFDict, GlyphTexts>();
  const stated = new Map<PDFDict, Statements>();
  const scanned = document.getPages().map(({ ref, node: dict }) => {
    const stream = contentOf(context, dict);
    const fonts = fontsOf(context, dict);
    for (const font of fonts.values()) {
      if (!known.has(font)) known.set(font, glyphTexts(context, font));
    }
    const texts = new Map([...fonts].map(([name, font]) => [name, known.get(font) ?? new Map()]));
    const scan = scanPage(stream, texts);
    for (const { font, code, text } of scan.stated) {
      const dict = fonts.get(font);
      if (dict) state(stated, dict, code, text);
    }
    return { ref, dict, stream, scan, fonts };
  });
  const settled = new Map(
    [...known].map(([dict, texts]) => [
      dict,
      { dict, ...settleGlyphs(texts, stated.get(dict) ?? new Map()) },
    ]),
  );
  return scanned.map(({ fonts, ...page }) => ({
    ...page,
    fonts: new Map(
      [...fonts].flatMap(([name, dict]) => {
        const font = settled.get(dict);
        return font ? [[name, font] as const] : [];
      }),
    ),
  }));
}

/** Writes what the glyphs of a font mean into it. */
export function writeGlyphTexts(context: PDFContext, { dict, texts }: PrintFont): void {
  const name = PDFName.of('ToUnicode');
  if (texts.size > 0) dict.set(name, context.register(packed(context, writeToUnicode(texts))));
}

/** A compressed stream. */
export function packed(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const contents = deflateSync(bytes);
  return PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: contents.length }), contents);
}

function contentOf(context: PDFContext, page: PDFDict): Uint8Array {
  const contents = entry(page, 'Contents');
  const single = streamOf(context, contents);
  const streams = single
    ? [single]
    : itemsOf(context, contents).flatMap((item) => streamOf(context, item) ?? []);
  return Buffer.concat(streams.flatMap((stream) => [unpacked(context, stream), newLine]));
}

const newLine = Buffer.from('\n');

function unpacked(context: PDFContext, stream: PDFRawStream): Uint8Array {
  const filter = nameOf(context, entry(stream.dict, 'Filter'));
  return filter === 'FlateDecode' ? inflateSync(stream.contents) : stream.contents;
}

function fontsOf(context: PDFContext, page: PDFDict): ReadonlyMap<string, PDFDict> {
  const fonts = dictOf(context, entry(dictOf(context, entry(page, 'Resources')), 'Font'));
  return new Map(
    (fonts?.entries() ?? []).flatMap(([name, value]) => {
      const font = dictOf(context, value);
      return font ? [[name.decodeText(), font] as const] : [];
    }),
  );
}

function glyphTexts(context: PDFContext, font: PDFDict): GlyphTexts {
  const stream = streamOf(context, entry(font, 'ToUnicode'));
  return stream ? readToUnicode(unpacked(context, stream)) : new Map();
}

function state(stated: Map<PDFDict, Statements>, font: PDFDict, code: number, text: string): void {
  const codes = stated.get(font) ?? new Map<number, Set<string>>();
  const texts = codes.get(code) ?? new Set<string>();
  stated.set(font, codes.set(code, texts.add(text)));
}
