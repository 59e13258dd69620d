/** Fonts: all there, and every glyph with its text (ISO 14289-1, 7.21). */
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictOf, entry, itemsOf, nameOf, streamOf } from '../../../pdf/lookup.ts';
import { Painting } from '../../../pdf/painting.ts';
import { shownCodes } from '../../../pdf/shown-codes.ts';
import { type GlyphTexts, readToUnicode } from '../../../pdf/to-unicode.ts';
import type { Clause } from '../clause.ts';
import { contentOf, type PdfFile } from '../pdf-file.ts';

export const fontClauses: readonly Clause[] = [
  {
    id: '7.21.4.1-1',
    *check(file) {
      for (const font of usedFonts(file).keys()) {
        if (!isEmbedded(file, font))
          yield { message: `The font ${nameIn(file, font)} is not in the file.` };
      }
    },
  },
  {
    id: '7.21.7-1',
    *check(file) {
      for (const [font, codes] of usedFonts(file)) {
        if (!isComposite(file, font)) continue;
        const texts = textsOf(file, font);
        const mute = [...codes].filter((code) => code !== 0 && !texts.get(code));
        if (mute.length === 0) continue;
        yield { message: `${mute.length} glyphs of the font ${nameIn(file, font)} have no text.` };
      }
    },
  },
  {
    id: '7.21.7-2',
    *check(file) {
      for (const [font, codes] of usedFonts(file)) {
        const texts = textsOf(file, font);
        const wrong = [...codes].some((code) => /[\0\uFEFF\uFFFE]/u.test(texts.get(code) ?? ''));
        if (wrong)
          yield { message: `A glyph of the font ${nameIn(file, font)} has a text that is none.` };
      }
    },
  },
  {
    id: '7.21.8-1',
    *check(file) {
      for (const [font, codes] of usedFonts(file)) {
        if (!isComposite(file, font) || !codes.has(0)) continue;
        yield {
          message: `The font ${nameIn(file, font)} has no glyph for some letter: a box stands there.`,
        };
      }
    },
  },
];

const known = new WeakMap<PdfFile, ReadonlyMap<PDFDict, ReadonlySet<number>>>();

/** The fonts that pages and their forms show text in, with the codes shown. */
function usedFonts(file: PdfFile): ReadonlyMap<PDFDict, ReadonlySet<number>> {
  const before = known.get(file);
  if (before) return before;
  const used = new Map<PDFDict, Set<number>>();
  for (const { content, resources } of file.pages) collect(file, content, resources, used, 0);
  known.set(file, used);
  return used;
}

function collect(
  file: PdfFile,
  content: Uint8Array,
  resources: PDFDict | undefined,
  used: Map<PDFDict, Set<number>>,
  depth: number,
): void {
  const { context } = file;
  const fonts = dictOf(context, entry(resources, 'Font'));
  const objects = dictOf(context, entry(resources, 'XObject'));
  const painting = new Painting(content);
  while (painting.next()) {
    const { kind, name, start, end } = painting;
    if (kind === 'text') {
      const font = dictOf(context, entry(fonts, name));
      if (!font) continue;
      const codes = used.get(font) ?? new Set<number>();
      for (const code of shownCodes(content, start, end)) codes.add(code);
      used.set(font, codes);
    } else if (kind === 'object' && depth < 8) {
      const form = streamOf(context, entry(objects, name));
      if (!form || nameOf(context, entry(form.dict, 'Subtype')) !== 'Form') continue;
      const own = dictOf(context, entry(form.dict, 'Resources'));
      collect(file, contentOf(context, form), own, used, depth + 1);
    }
  }
}

function isComposite({ context }: PdfFile, font: PDFDict): boolean {
  return nameOf(context, entry(font, 'Subtype')) === 'Type0';
}

function isEmbedded({ context }: PdfFile, font: PDFDict): boolean {
  if (nameOf(context, entry(font, 'Subtype')) === 'Type3') return true;
  const [inner = font] = itemsOf(context, entry(font, 'DescendantFonts'));
  const descriptor = dictOf(context, entry(dictOf(context, inner), 'FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    Boolean(streamOf(context, entry(descriptor, key))),
  );
}

function textsOf({ context }: PdfFile, font: PDFDict): GlyphTexts {
  const stream = entry(font, 'ToUnicode');
  return streamOf(context, stream) ? readToUnicode(contentOf(context, stream)) : new Map();
}

function nameIn({ context }: PdfFile, font: PDFDict): string {
  return (nameOf(context, entry(font, 'BaseFont')) ?? 'without a name').replace(/^[A-Z]{6}\+/u, '');
}
