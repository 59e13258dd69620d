/** Reads a print of the browser's: the content of its pages, each once, and the fonts that they share. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { openDraft, type PdfDraft } from '../../../pdf/draft.ts';
import { type GlyphWidths, readOutlines, readWidths } from '../../../pdf/glyph-shapes.ts';
import { dictOf, entry, itemsOf, nameText, streamOf, unpacked } from '../../../pdf/lookup.ts';
import { pagesOf } from '../../../pdf/page-refs.ts';
import { type GlyphTexts, readToUnicode } from '../../../pdf/to-unicode.ts';
import { type Statements, settleGlyphs } from './glyph-texts.ts';
import type { Print, PrintFont } from './print-pages.ts';
import { scanPage } from './scan-page.ts';
import { splitMarks } from './split-marks.ts';

/** What is gathered of a font while pages are scanned. */
interface Gathered {
  readonly texts: GlyphTexts;
  readonly widths: GlyphWidths;
  readonly stated: Statements;
  readonly parts: Set<number>;
}

/**
 * Opens a print, reads its pages' content, and settles what each glyph means. Raises `Error` where the bytes are no print
 * of Chromium's.
 */
export async function readPrint(bytes: Uint8Array): Promise<Print> {
  const file = openDraft(bytes);
  const catalog = dictOf(file, file.root);
  if (!catalog) throw new Error('The PDF has no catalog.');
  const gathered = new Map<PDFDict, Gathered>();
  const scanned = pagesOf(file, catalog).flatMap((ref) => {
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
  const pages = scanned.map(({ fonts, ...page }) => ({
    ...page,
    fonts: new Map(
      [...fonts].flatMap(([name, { font }]) => {
        const print = settled.get(font);
        return print ? [[name, print] as const] : [];
      }),
    ),
  }));
  return { file, catalog, pages };
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
