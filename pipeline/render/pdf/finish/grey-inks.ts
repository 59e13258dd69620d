/** A print in black ink alone. */
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfDraft } from '../../../pdf/draft.ts';
import { entry, nameOf, numberOf, streamOf, unpacked } from '../../../pdf/lookup.ts';
import { reachable } from '../../../pdf/reachable.ts';
import { type PrintPage, packed } from './print-pages.ts';
import { toGrey } from './to-grey.ts';

/** Makes grey what pages and their forms draw. Pictures look grey already, since the style sheet sees to it: they lose two of their inks. */
export function greyInks(file: PdfDraft, pages: readonly PrintPage[]): void {
  const { context } = file;
  for (const { dict } of pages) {
    const contents = streamOf(file, entry(dict, 'Contents'));
    if (!contents) continue;
    const grey = packed(context, toGrey(unpacked(file, contents)));
    dict.set(PDFName.of('Contents'), context.register(grey));
  }
  for (const [ref, object] of reachable(file, [file.root])) {
    if (!(object instanceof PDFRawStream)) continue;
    const grey = greyOf(file, object);
    if (!grey) continue;
    for (const [key, value] of object.dict.entries()) {
      if (!grey.dict.has(key)) grey.dict.set(key, value);
    }
    context.assign(ref, grey);
  }
}

function greyOf(file: PdfDraft, object: PDFRawStream): PDFRawStream | undefined {
  const name = (key: string) => nameOf(file, entry(object.dict, key));
  if (name('Subtype') === 'Form') return packed(file.context, toGrey(unpacked(file, object)));
  const plain = name('Filter') === 'FlateDecode' && !object.dict.has(PDFName.of('DecodeParms'));
  const bits = numberOf(file, entry(object.dict, 'BitsPerComponent'));
  if (!plain || name('Subtype') !== 'Image' || name('ColorSpace') !== 'DeviceRGB' || bits !== 8) {
    return undefined;
  }
  // Red, green and blue are equal.
  const grey = packed(
    file.context,
    unpacked(file, object).filter((_, at) => at % 3 === 0),
  );
  grey.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceGray'));
  return grey;
}
