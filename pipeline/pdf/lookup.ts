/** Typed looks into a loaded PDF: what is not of the kind asked for is undefined, never an error. */
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** The object itself, or what it refers to. */
export function follow(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? context.lookup(object) : object;
}

export function dictOf(context: PDFContext, object: PDFObject | undefined): PDFDict | undefined {
  const found = follow(context, object);
  return found instanceof PDFDict ? found : undefined;
}

/** The elements of an array; none where it is no array. */
export function itemsOf(context: PDFContext, object: PDFObject | undefined): readonly PDFObject[] {
  const found = follow(context, object);
  return found instanceof PDFArray ? found.asArray() : [];
}

export function streamOf(
  context: PDFContext,
  object: PDFObject | undefined,
): PDFRawStream | undefined {
  const found = follow(context, object);
  return found instanceof PDFRawStream ? found : undefined;
}

export function numberOf(context: PDFContext, object: PDFObject | undefined): number | undefined {
  const found = follow(context, object);
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

/** A name without its slash. */
export function nameOf(context: PDFContext, object: PDFObject | undefined): string | undefined {
  const found = follow(context, object);
  return found instanceof PDFName ? found.decodeText() : undefined;
}

/** A text string (ISO 32000-1, 7.9.2.2). */
export function textOf(context: PDFContext, object: PDFObject | undefined): string | undefined {
  const found = follow(context, object);
  return found instanceof PDFString || found instanceof PDFHexString
    ? found.decodeText()
    : undefined;
}

/** The value of a key. */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.get(PDFName.of(key));
}

/** The bytes of a stream, without the one filter that Chromium uses. */
export function unpacked(context: PDFContext, stream: PDFRawStream): Uint8Array {
  const filter = nameOf(context, entry(stream.dict, 'Filter'));
  return filter === 'FlateDecode' ? inflateSync(stream.contents) : stream.contents;
}
