/**
 * ZIP archives (APPNOTE 6.3.10) whose entries can be taken from one archive into another as they are. fflate compresses
 * each entry, and would do so again with every entry of a book of which one document has changed.
 */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** A file as an archive holds it. */
export interface ZipEntry {
  readonly name: string;
  /** CRC-32 and size of the file itself, in bytes. */
  readonly crc: number;
  readonly size: number;
  /** Whether `content` is the file compressed (DEFLATE), or the file itself. */
  readonly deflated: boolean;
  readonly content: Uint8Array;
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
/** The version that knows DEFLATE (4.4.3.2). */
const version = 20;
/** ZIP's first day, as ZIP counts days: the same archive from the same files. */
const firstDay = 0x21;

/** Compressed, at DEFLATE's best, or stored. */
export function zipEntry(name: string, bytes: Uint8Array, deflated: boolean): ZipEntry {
  const content = deflated ? deflateSync(bytes, { level: 9 }) : bytes;
  return { name, crc: crc32(bytes), size: bytes.byteLength, deflated, content };
}

/** The archive, its entries in this order. Names are ASCII; below 4 GB and 65,536 entries. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const heads: Uint8Array[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    parts.push(head(local, entry, name), name, entry.content);
    heads.push(head(central, entry, name, offset), name);
    offset += 30 + name.byteLength + entry.content.byteLength;
  }
  const directory = heads.reduce((sum, one) => sum + one.byteLength, 0);
  return Buffer.concat([...parts, ...heads, last(entries.length, directory, offset)]);
}

/** A local header (4.3.7), or one of the central directory (4.3.12), which says where the local one stands. */
function head(
  sign: number,
  { crc, size, deflated, content }: ZipEntry,
  name: Uint8Array,
  offset = 0,
): Uint8Array {
  const isLocal = sign === local;
  const bytes = Buffer.alloc(isLocal ? 30 : 46);
  bytes.writeUInt32LE(sign, 0);
  bytes.writeUInt16LE(version, 4);
  const at = isLocal ? 4 : 6;
  bytes.writeUInt16LE(version, at);
  bytes.writeUInt16LE(deflated ? 8 : 0, at + 4);
  bytes.writeUInt16LE(firstDay, at + 8);
  bytes.writeUInt32LE(crc, at + 10);
  bytes.writeUInt32LE(content.byteLength, at + 14);
  bytes.writeUInt32LE(size, at + 18);
  bytes.writeUInt16LE(name.byteLength, at + 22);
  if (!isLocal) bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** The end of the central directory (4.3.16). */
function last(count: number, size: number, offset: number): Uint8Array {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(end, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

/** The entries of an archive that `writeZip` wrote, by name; none of anything else. */
export function readZip(archive: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 30 <= bytes.byteLength && bytes.readUInt32LE(at) === local) {
    const content = at + 30 + bytes.readUInt16LE(at + 26);
    const next = content + bytes.readUInt32LE(at + 18);
    if (next > bytes.byteLength) return new Map();
    const name = bytes.toString('latin1', at + 30, content);
    entries.set(name, {
      name,
      crc: bytes.readUInt32LE(at + 14),
      size: bytes.readUInt32LE(at + 22),
      deflated: bytes.readUInt16LE(at + 8) === 8,
      content: bytes.subarray(content, next),
    });
    at = next;
  }
  return entries;
}
