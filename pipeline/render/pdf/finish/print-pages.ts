/** The pages of a print with their content read, and the fonts they share. */
import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import {
  type GlyphOutlines,
  type GlyphWidths,
  readOutlines,
  readWidths,
} from '../../../pdf/glyph-shapes.ts';
import { dictOf, entry, itemsOf, nameText, streamOf, unpacked } from '../../../pdf/lookup.ts';
import { type GlyphTexts, readToUnicode, writeToUnicode } from '../../../pdf/to-unicode.ts';
import { type Statements, settleGlyphs, type Voices } from './glyph-texts.ts';
import { type PageScan, scanPage } from './scan-page.ts';
import { splitMarks } from './split-marks.ts';

/** A font, with what its glyphs mean once the spans around them are gone. */
export interface PrintFont {
  readonly dict: PDFDict;
  readonly voices: Voices;
  readonly widths: GlyphWidths;
  /** Of glyphs that are parts of a letter only. */
  readonly outlines: GlyphOutlines;
}

export interface PrintPage {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  /** Its content, decoded. */
  readonly stream: Uint8Array;
  /** The numbers of a mark's pieces, of those that were split. */
  readonly pieces: ReadonlyMap<number, readonly number[]>;
  readonly scan: PageScan;
  /** By the names that the content calls them. */
  readonly fonts: ReadonlyMap<string, PrintFont>;
}

/** What is gathered of a font while pages are scanned. */
interface Gathered {
  readonly texts: GlyphTexts;
  readonly widths: GlyphWidths;
  readonly stated: Statements;
  readonly parts: Set<number>;
}

/** Reads all pages of a print, and settles what each glyph means. */
export async function readPages(
  file: PdfDraft,
  refs: readonly PDFRef[],
): Promise<readonly PrintPage[]> {
  const gathered = new Map<PDFDict, Gathered>();
  const scanned = refs.flatMap((ref) => {
    const dict = dictOf(file, ref);
    if (!dict) return [];
    const { stream, pieces } = splitMarks(contentOf(file, dict));
    const fonts = new Map(
      [...fontsOf(file, dict)].map(([name, font]) => {
        const known = gathered.get(font) ?? gather(file, font);
        gathered.set(font, known);
        return [name, { font, known }] as const;
      }),
    );
    const texts = new Map([...fonts].map(([name, { known }]) => [name, known.texts]));
    const scan = scanPage(
      stream,
      texts,
      (name, code) => fonts.get(name)?.known.widths.get(code) ?? 0,
    );
    for (const { font, code, text } of scan.stated) {
      const stated = fonts.get(font)?.known.stated;
      stated?.set(code, (stated.get(code) ?? new Set()).add(text));
    }
    for (const { font, code } of scan.parts) fonts.get(font)?.known.parts.add(code);
    return [{ ref, dict, stream, pieces, scan, fonts }];
  });
  const settled = new Map<PDFDict, PrintFont>();
  for (const [dict, { texts, widths, stated, parts }] of gathered) {
    const outlines = parts.size > 0 ? await readOutlines(file, dict, parts) : new Map();
    settled.set(dict, { dict, voices: settleGlyphs(texts, stated), widths, outlines });
  }
  return scanned.map(({ fonts, ...page }) => ({
    ...page,
    fonts: new Map(
      [...fonts].flatMap(([name, { font }]) => {
        const print = settled.get(font);
        return print ? [[name, print] as const] : [];
      }),
    ),
  }));
}

/** The name by which a page's content calls a font with its voice of a place; the first is the font itself. */
export function voiceName(font: string, place: number): string {
  return place === 0 ? font : `${font}.${place}`;
}

/** Writes what glyphs mean into the fonts, and gives pages a font for each of its further voices. */
export function writeVoices(file: PdfDraft, pages: readonly PrintPage[]): void {
  const written = new Map<PrintFont, readonly PDFRef[]>();
  for (const page of pages) {
    const resources = dictOf(file, entry(page.dict, 'Resources'));
    const dict = dictOf(file, entry(resources, 'Font'));
    for (const [name, font] of page.fonts) {
      const fonts = written.get(font) ?? fontsWithVoices(file.context, font);
      written.set(font, fonts);
      for (const [at, ref] of fonts.entries()) {
        dict?.set(PDFName.of(voiceName(name, at + 1)), ref);
      }
    }
  }
}

/** The fonts of a font's further voices. */
function fontsWithVoices(context: PDFContext, { dict, voices }: PrintFont): readonly PDFRef[] {
  return voices.flatMap((texts, place) => {
    const font = place === 0 ? dict : dict.clone(context);
    if (texts.size > 0) {
      const map = context.register(packed(context, writeToUnicode(texts)));
      font.set(PDFName.of('ToUnicode'), map);
    }
    return place === 0 ? [] : [context.register(font)];
  });
}

/** A compressed stream. */
export function packed(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const contents = deflateSync(bytes);
  return PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: contents.length }), contents);
}

function contentOf(file: PdfDraft, page: PDFDict): Uint8Array {
  const contents = entry(page, 'Contents');
  const single = streamOf(file, contents);
  const streams = single
    ? [single]
    : itemsOf(file, contents).flatMap((item) => streamOf(file, item) ?? []);
  return Buffer.concat(streams.flatMap((stream) => [unpacked(file, stream), newLine]));
}

const newLine = Buffer.from('\n');

function fontsOf(file: PdfDraft, page: PDFDict): ReadonlyMap<string, PDFDict> {
  const fonts = dictOf(file, entry(dictOf(file, entry(page, 'Resources')), 'Font'));
  return new Map(
    (fonts?.entries() ?? []).flatMap(([name, value]) => {
      const font = dictOf(file, value);
      return font ? [[nameText(name), font] as const] : [];
    }),
  );
}

function gather(file: PdfDraft, font: PDFDict): Gathered {
  const stream = streamOf(file, entry(font, 'ToUnicode'));
  const texts = stream ? readToUnicode(unpacked(file, stream)) : new Map();
  return { texts, widths: readWidths(file, font), stated: new Map(), parts: new Set() };
}
