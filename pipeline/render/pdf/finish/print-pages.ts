/** The pages of a print with their content read, and the fonts they share. */
import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import type { GlyphOutlines, GlyphWidths } from '../../../pdf/glyph-shapes.ts';
import { dictOf, entry } from '../../../pdf/lookup.ts';
import { writeToUnicode } from '../../../pdf/to-unicode.ts';
import type { Voices } from './glyph-texts.ts';
import type { PageScan } from './scan-page.ts';

/** A print of the browser's, opened to be checked and finished. */
export interface Print {
  readonly file: PdfDraft;
  readonly catalog: PDFDict;
  readonly pages: readonly PrintPage[];
}

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
