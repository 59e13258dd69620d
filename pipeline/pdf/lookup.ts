/** Typed looks into a loaded PDF: what is not of the kind asked for is undefined, never an error. */
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** Where references lead to: a `PDFContext`, or a file of which objects are read one by one. */
export interface Objects {
  lookup(ref: PDFRef): PDFObject | undefined;
}

/** The object itself, or what it refers to. */
export function follow(objects: Objects, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? objects.lookup(object) : object;
}

export function dictOf(objects: Objects, object: PDFObject | undefined): PDFDict | undefined {
  const found = follow(objects, object);
  return found instanceof PDFDict ? found : undefined;
}

/** The elements of an array; none where it is no array. */
export function itemsOf(objects: Objects, object: PDFObject | undefined): readonly PDFObject[] {
  const found = follow(objects, object);
  return found instanceof PDFArray ? found.asArray() : [];
}

export function streamOf(
  objects: Objects,
  object: PDFObject | undefined,
): PDFRawStream | undefined {
  const found = follow(objects, object);
  return found instanceof PDFRawStream ? found : undefined;
}

export function numberOf(objects: Objects, object: PDFObject | undefined): number | undefined {
  const found = follow(objects, object);
  return found instanceof PDFNumber ? found.asNumber() : undefined;
}

/** A name without its slash. */
export function nameOf(objects: Objects, object: PDFObject | undefined): string | undefined {
  const found = follow(objects, object);
  return found instanceof PDFName ? nameText(found) : undefined;
}

/** The text of a name, whose escapes (7.3.5) are rare. */
export function nameText(name: PDFName): string {
  const written = name.asString();
  return written.includes('#') ? name.decodeText() : written.slice(1);
}

/** A text string (ISO 32000-1, 7.9.2.2). */
export function textOf(objects: Objects, object: PDFObject | undefined): string | undefined {
  const found = follow(objects, object);
  return found instanceof PDFString || found instanceof PDFHexString
    ? found.decodeText()
    : undefined;
}

/** The value of a key. */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.get(PDFName.of(key));
}

/** The bytes of a stream, without the one filter that Chromium uses. */
export function unpacked(objects: Objects, stream: PDFRawStream): Uint8Array {
  const filter = nameOf(objects, entry(stream.dict, 'Filter'));
  return filter === 'FlateDecode' ? inflateSync(stream.contents) : stream.contents;
}
