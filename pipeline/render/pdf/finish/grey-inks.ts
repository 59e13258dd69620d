/** A print in black ink alone. */
import { type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { entry, nameOf, numberOf, streamOf, unpacked } from '../../../pdf/lookup.ts';
import { type PrintPage, packed } from './print-pages.ts';
import { toGrey } from './to-grey.ts';

/** Makes grey what pages and their forms draw. Pictures look grey already, since the style sheet sees to it: they lose two of their inks. */
export function greyInks(context: PDFContext, pages: readonly PrintPage[]): void {
  for (const { dict } of pages) {
    const contents = streamOf(context, entry(dict, 'Contents'));
    if (!contents) continue;
    const grey = packed(context, toGrey(unpacked(context, contents)));
    dict.set(PDFName.of('Contents'), context.register(grey));
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const grey = greyOf(context, object);
    if (!grey) continue;
    for (const [key, value] of object.dict.entries()) {
      if (!grey.dict.has(key)) grey.dict.set(key, value);
    }
    context.assign(ref, grey);
  }
}

function greyOf(context: PDFContext, object: PDFRawStream): PDFRawStream | undefined {
  const name = (key: string) => nameOf(context, entry(object.dict, key));
  if (name('Subtype') === 'Form') return packed(context, toGrey(unpacked(context, object)));
  const plain = name('Filter') === 'FlateDecode' && !object.dict.has(PDFName.of('DecodeParms'));
  const bits = numberOf(context, entry(object.dict, 'BitsPerComponent'));
  if (!plain || name('Subtype') !== 'Image' || name('ColorSpace') !== 'DeviceRGB' || bits !== 8) {
    return undefined;
  }
  // Red, green and blue are equal.
  const grey = packed(
    context,
    unpacked(context, object).filter((_, at) => at % 3 === 0),
  );
  grey.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceGray'));
  return grey;
}
