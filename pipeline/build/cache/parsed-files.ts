/** What parsing made of a plan's texts, kept so that only those that changed are parsed again. */
import * as z from 'zod';
import { sha256Of } from '../../model/hash.ts';
import type { RawText } from '../../model/sources.ts';
import type { PackedFile } from '../../read/packed-file.ts';
import type { Cache } from './cache.ts';

/** Packed files by `fileKey`. */
export type ParsedFiles = ReadonlyMap<string, PackedFile>;

/** In bytes: a plan of ten thousand sections has some 80 MB. What is beyond is parsed each time. */
const mostBytes = 200_000_000;

/** First a line of JSON that says what follows: each file's JSON in UTF-8, then each file's places, four bytes each. */
const headerSchema = z.object({
  code: z.string(),
  files: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

/** What a file is known by: its path, which findings name, and its content. */
export function fileKey({ path, bytes }: RawText): string {
  return `${path} ${sha256Of(bytes)}`;
}

/** The files that were kept by this name, by the same code. */
export function readParsed(cache: Cache, name: string, code: string): ParsedFiles {
  const kept = cache.readPacked(name, unpackAll);
  return kept?.code === code ? kept.files : new Map();
}

/** Keeps these files by that name, and no others. */
export function keepParsed(cache: Cache, name: string, code: string, files: ParsedFiles): void {
  cache.writePacked(name, { code, files }, packAll);
}

interface Kept {
  readonly code: string;
  readonly files: ParsedFiles;
}

function unpackAll(bytes: Buffer): Kept {
  const end = bytes.indexOf('\n');
  const header = headerSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  const jsons = bytes.subarray(end + 1);
  let [at, place] = [0, 0];
  const all = header.files.reduce((sum, [, length]) => sum + length, 0);
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
