/** The files of a book as steps: what is made from the same as before is taken from the book that stands. */
import { sha256Of } from '../../model/hash.ts';
import { type Known, nothingKnown } from '../../model/known.ts';
import { readZip, type ZipEntry, zipEntry } from './zip.ts';

/** A file of the book, ready to be packed, with what the rest of the book needs to know of it. */
export interface BookFile<Facts> {
  readonly entry: ZipEntry;
  readonly facts: Facts;
}

export interface Made<Facts> {
  readonly bytes: Uint8Array | string;
  readonly facts: Facts;
}

/** `path` is relative to the package document, `key` a hash of all that `make` makes the file from. */
export type BookFiles = <Facts>(
  path: string,
  key: string,
  make: () => Made<Facts>,
) => BookFile<Facts>;

/** What is kept of a file, beside the file itself, which stands in the book. */
interface Kept<Facts> {
  readonly facts: Facts;
  readonly size: number;
  readonly crc: number;
  /** Of the entry's content. */
  readonly sha256: string;
}

/** `standing` gives the book that the last build left. */
export function bookFiles(
  standing: () => Uint8Array | undefined,
  known: Known = nothingKnown,
): BookFiles {
  let book: ReadonlyMap<string, ZipEntry> | undefined;
  const inBook = (name: string) => {
    book ??= readZip(standing() ?? new Uint8Array());
    return book.get(name);
  };
  return (path, key, make) => {
    const name = `OEBPS/${path}`;
    let entry: ZipEntry | undefined;
    const { facts, ...kept } = known.once(`book ${path} ${key}`, () => {
      const made = make();
      entry = packed(path, made.bytes);
      const { size, crc, content } = entry;
      return { facts: made.facts, size, crc, sha256: sha256Of(content) };
    });
    if (entry !== undefined) return { entry, facts };
    const before = inBook(name);
    const stands = before !== undefined && isOf(before, kept);
    return { entry: stands ? before : packed(path, make().bytes), facts };
  };
}

function isOf({ size, crc, content }: ZipEntry, kept: Omit<Kept<unknown>, 'facts'>): boolean {
  return size === kept.size && crc === kept.crc && sha256Of(content) === kept.sha256;
}

/** A file of the book as it is packed: compressed, unless it is so already. */
export function packed(path: string, content: Uint8Array | string): ZipEntry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return zipEntry(`OEBPS/${path}`, bytes, !/\.(?:png|jpe?g|gif|woff2?)$/u.test(path));
}
