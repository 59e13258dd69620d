/** Writes a PDF file (ISO 32000-1, 7.5): objects packed in streams, and one more stream that tells where each is. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { objectText } from './object-text.ts';

/** An object as it stands in a file, of generation 0. */
export interface FileObject {
  readonly number: number;
  /** One character a byte; of a stream, its dictionary with the right length. */
  readonly text: string;
  /** The bytes of a stream. */
  readonly contents?: Uint8Array;
}

/** Objects as they stand in a file. */
export function* asFileObjects(
  objects: Iterable<readonly [PDFRef, PDFObject]>,
): Generator<FileObject> {
  for (const [{ objectNumber: number }, object] of objects) {
    if (object instanceof PDFStream) {
      object.updateDict();
      yield { number, text: objectText(object.dict), contents: object.getContents() };
    } else yield { number, text: objectText(object) };
  }
}

/** What a file is made of. */
export interface FileParts {
  readonly root: PDFRef;
  readonly info: PDFRef;
  /** Every object of the file, once. */
  readonly objects: Iterable<FileObject>;
}

/** A PDF 1.7. Its identifier comes from its other bytes (14.4), so that the same objects make the same file. */
export function writeFile({ root, info, objects }: FileParts): Uint8Array {
  const chunks: Buffer[] = [];
  const places: Place[] = [];
  const hash = createHash('sha256');
  let length = 0;
  let next = 1;
  const add = (chunk: Buffer) => {
    chunks.push(chunk);
    hash.update(chunk);
    length += chunk.length;
  };
  const addStream = (number: number, dict: string, contents: Uint8Array) => {
    places.push({ number, kind: direct, at: length, index: 0 });
    add(Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'));
    add(Buffer.from(contents.buffer, contents.byteOffset, contents.length));
    add(Buffer.from('\nendstream\nendobj\n'));
  };

  add(header);
  const packs: FileObject[][] = [];
  for (const object of objects) {
    const { number, text, contents } = object;
    next = Math.max(next, number + 1);
    if (contents) addStream(number, text, contents);
    else {
      if ((packs.at(-1)?.length ?? packSize) === packSize) packs.push([]);
      packs.at(-1)?.push(object);
    }
  }
  for (const pack of packs) {
    for (const [index, { number }] of pack.entries()) {
      places.push({ number, kind: packed, at: next, index });
    }
    const { dict, contents } = packOf(pack);
    addStream(next, dict, contents);
    next += 1;
  }
  const id = hash.copy().digest('hex').slice(0, 32);
  const start = length;
  places.push({ number: next, kind: direct, at: start, index: 0 });
  const { dict, contents } = tableOf(places);
  const ends = `/Size ${next + 1}/Root ${root}/Info ${info}/ID[<${id}><${id}>]`;
  addStream(next, `<</Type/XRef${ends}${dict}>>`, contents);
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks, length);
}

/** The second line tells that the file is not text (7.5.2). */
const header = Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1');

/** Objects in a pack: more are smaller, fewer are found sooner. */
const packSize = 100;

/** A stream of objects (7.5.7): their numbers and places, then they. */
function packOf(objects: readonly FileObject[]) {
  let head = '';
  let body = '';
  for (const { number, text } of objects) {
    head += `${number} ${body.length} `;
    body += `${text}\n`;
  }
  const contents = deflateSync(Buffer.from(head + body, 'latin1'));
  const dict = `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${contents.length}>>`;
  return { dict, contents };
}

/** Where an object is: at a byte of the file, or in a pack, by the pack's number and its own place in it. */
interface Place {
  readonly number: number;
  readonly kind: typeof direct | typeof packed;
  readonly at: number;
  readonly index: number;
}

const direct = 1;
const packed = 2;

/** The data of a cross-reference stream (7.5.8), in entries of seven bytes; numbers that are not used are left out. */
function tableOf(places: readonly Place[]) {
  const sorted = [...places].sort((one, other) => one.number - other.number);
  const sections: number[] = [];
  const table = Buffer.alloc(sorted.length * 7);
  for (const [row, { number, kind, at, index }] of sorted.entries()) {
    table.writeUInt8(kind, row * 7);
    table.writeUInt32BE(at, row * 7 + 1);
    table.writeUInt16BE(index, row * 7 + 5);
    const [first = 0, count = 0] = sections.slice(-2);
    if (sections.length > 0 && number === first + count) sections[sections.length - 1] = count + 1;
    else sections.push(number, 1);
  }
  const contents = deflateSync(table);
  const dict = `/W[1 4 2]/Index[${sections.join(' ')}]/Filter/FlateDecode/Length ${contents.length}`;
  return { dict, contents };
}
