/** Reads single objects out of a PDF, by its cross-reference table, without parsing the rest. */
import { PDFContext, PDFDict, type PDFObject, PDFObjectParser, type PDFRef } from '@cantoo/pdf-lib';
import { dictOf, entry, type Objects } from './lookup.ts';

/** Random access to a PDF that has a classic cross-reference table, as Chromium writes it. */
export interface ObjectReader extends Objects {
  /** The trailer's dictionary (ISO 32000-1, 7.5.5), and the catalog that it leads to (7.7.2). */
  readonly trailer: PDFDict;
  readonly catalog: PDFDict;
  /** The object of a reference, read anew each time. */
  read(ref: PDFRef): PDFObject | undefined;
}

/**
 * Opens a PDF for reading single objects. A thousand pages take milliseconds, where loading them whole takes seconds.
 * `context` is the one that dictionaries and arrays are made in. Raises `Error` where the file has no classic
 * cross-reference table (ISO 32000-1, 7.5.4), no trailer or no catalog.
 */
export function openObjects(bytes: Uint8Array, context = PDFContext.create()): ObjectReader {
  const parseAt = (offset: number) =>
    PDFObjectParser.forBytes(bytes.subarray(offset), context).parseObject();
  const table = readTable(bytes);
  const parsed = new Map<PDFRef, PDFObject>();
  const read = (ref: PDFRef): PDFObject | undefined => {
    const offset = table.offsetOf(ref.objectNumber);
    return offset === undefined ? undefined : parseAt(skipHeader(bytes, offset));
  };
  const lookup = (ref: PDFRef): PDFObject | undefined => {
    const known = parsed.get(ref);
    if (known) return known;
    const fresh = read(ref);
    if (fresh) parsed.set(ref, fresh);
    return fresh;
  };
  const trailer = parseAt(table.trailer);
  if (!(trailer instanceof PDFDict)) throw new Error('The PDF has no trailer.');
  const catalog = dictOf({ lookup }, entry(trailer, 'Root'));
  if (!catalog) throw new Error('The PDF has no catalog.');
  return { trailer, catalog, read, lookup };
}

interface Table {
  /** The byte offset of an object, undefined where it is free or not there. */
  offsetOf(number: number): number | undefined;
  /** Byte offset of the trailer's dictionary. */
  readonly trailer: number;
}

/** An entry is 20 bytes: offset, generation, and `n` (in use) or `f` (free). */
const entryLength = 20;

/** Entries are read when they are asked for: a large tagged print has hundreds of thousands. */
function readTable(bytes: Uint8Array): Table {
  const end = text(bytes, Math.max(0, bytes.length - 1024), bytes.length);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? bytes.length);
  const word = /^xref\s+/u.exec(text(bytes, start, start + 16));
  if (!word) throw new Error('The PDF has no cross-reference table.');
  const sections: { first: number; count: number; at: number }[] = [];
  let at = start + word[0].length;
  for (;;) {
    const header = /^(\d+) (\d+)\s+/u.exec(text(bytes, at, at + entryLength * 2));
    if (!header) break;
    const section = {
      first: Number(header[1]),
      count: Number(header[2]),
      at: at + header[0].length,
    };
    sections.push(section);
    at = section.at + section.count * entryLength;
  }
  const trailer = /^\s*trailer/u.exec(text(bytes, at, at + 32));
  if (!trailer) throw new Error('The PDF has no trailer.');
  return {
    offsetOf(number) {
      const section = sections.find(
        ({ first, count }) => number >= first && number < first + count,
      );
      if (!section) return undefined;
      const from = section.at + (number - section.first) * entryLength;
      const entry = /^(\d{10}) \d{5} n/u.exec(text(bytes, from, from + entryLength));
      return entry ? Number(entry[1]) : undefined;
    },
    trailer: at + trailer[0].length,
  };
}

/** Past the `12 0 obj` that stands before an object. */
function skipHeader(bytes: Uint8Array, offset: number): number {
  const header = /^\s*\d+\s+\d+\s+obj/u.exec(text(bytes, offset, offset + 40));
  if (!header) throw new Error(`The PDF has no object at byte ${offset}.`);
  return offset + header[0].length;
}

/** Bytes as Latin-1: one character a byte. */
function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}
