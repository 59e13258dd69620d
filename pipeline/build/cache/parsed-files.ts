/**
 * What parsing made of a plan's texts, kept so that only those that changed are parsed again. The files stand on shelves,
 * so that one that is asked for or has changed does not bring all others along.
 */
import * as z from 'zod';
import { sha256Of } from '../../model/hash.ts';
import type { RawText } from '../../model/sources.ts';
import type { PackedFile } from '../../read/packed-file.ts';
import type { Cache } from './cache.ts';

/** Packed files by `fileKey`. */
export type ParsedFiles = ReadonlyMap<string, PackedFile>;

/** In bytes, for each shelf: of a plan of ten thousand sections each has some 2.5 MB. What is beyond is parsed each time. */
const mostBytes = 8_000_000;

/** Files of sections are spread over so many. */
const shelves = 32;

/** First a line of JSON that says what follows: each file's JSON in UTF-8, then each file's places, four bytes each. */
const headerSchema = z.object({
  code: z.string(),
  files: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()])),
});

/** What a file is known by: its path, which findings name, and its content. */
export function fileKey({ path, bytes }: RawText): string {
  return `${path} ${sha256Of(bytes)}`;
}

/** The shelf that the file of a path stands on. Those of plans and goals are always read, and stand together. */
export function shelfOf(path: string): string {
  if (/(?:^|\/)(?:plan|goal)\.md$/u.test(path)) return 'heads';
  return String(Number.parseInt(sha256Of(path).slice(0, 8), 16) % shelves);
}

/** The names of all shelves of what is kept by this name. */
export function shelfNames(name: string): readonly string[] {
  return ['heads', ...Array(shelves).keys()].map((shelf) => `${name}-${shelf}`);
}

/** The files that were put on a shelf by the same code. */
export function readShelf(cache: Cache, name: string, shelf: string, code: string): ParsedFiles {
  const kept = cache.readPacked(`${name}-${shelf}`, unpackAll);
  return kept?.code === code ? kept.files : new Map();
}

/** Puts these files on a shelf, and no others. */
export function keepShelf(cache: Cache, name: string, shelf: string, { code, files }: Kept): void {
  cache.writePacked(`${name}-${shelf}`, { code, files }, packAll);
}

interface Kept {
  readonly code: string;
  readonly files: ParsedFiles;
}

/** Undefined where the bytes are no such shelf. */
function unpackAll(bytes: Buffer): Kept | undefined {
  const end = bytes.indexOf('\n');
  const header = headerSchema.safeParse(JSON.parse(bytes.toString('utf8', 0, end))).data;
  const jsons = bytes.subarray(end + 1);
  let [at, place] = [0, 0];
  const all = header?.files.reduce((sum, [, length]) => sum + length, 0) ?? 0;
  const numbers = header?.files.reduce((sum, [, , count]) => sum + count, 0) ?? 0;
  if (header === undefined || jsons.length !== all + 4 * numbers) return undefined;
  // A copy, since numbers of four bytes stand at multiples of four.
  const places = new Int32Array(new Uint8Array(jsons.subarray(all)).buffer);
  const files = new Map(
    header.files.map(([key, length, count]) => {
      const json = jsons.toString('utf8', at, at + length);
      const file = { json, places: places.subarray(place, place + count) };
      at += length;
      place += count;
      return [key, file];
    }),
  );
  return { code: header.code, files };
}

function packAll({ code, files: parsed }: Kept): Uint8Array {
  let size = 0;
  const files = [...parsed].flatMap(([key, { json, places }]) => {
    const bytes = Buffer.from(json);
    size += bytes.byteLength + places.byteLength;
    return size > mostBytes ? [] : [{ key, json: bytes, places }];
  });
  const header = {
    code,
    files: files.map(({ key, json, places }) => [key, json.byteLength, places.length]),
  };
  const parts = [
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...files.map(({ json }) => json),
    ...files.map(({ places: { buffer, byteOffset, byteLength } }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
  ];
  return Buffer.concat(parts);
}
