/** Parses the texts of a plan before they are read: those that have changed since the last time. */
import type { RawText } from '../model/sources.ts';
import { packFile, unpackFile } from '../read/packed-file.ts';
import { type Parsed, type ParseFile, parsed } from '../read/parse-file.ts';
import type { Cache } from './cache/cache.ts';
import { fileKey, keepParsed, readParsed } from './cache/parsed-files.ts';

/** What is known of a plan's texts from the last time. */
export interface Parsing {
  readonly cache: Cache;
  /** The name that they are kept by. */
  readonly name: string;
  /** A hash over what parses. */
  readonly code: string;
}

/** A way to parse these texts that has done so already. */
export function parsePlan(texts: readonly RawText[], parsing: Parsing): ParseFile {
  const files = parsedFiles(texts, parsing);
  return (raw, note) => {
    const { file, faults } = files.get(raw.path) ?? parsed(raw);
    for (const fault of faults) note(fault);
    return file;
  };
}

/** By path. Keeps what is new. */
function parsedFiles(
  texts: readonly RawText[],
  { cache, name, code }: Parsing,
): ReadonlyMap<string, Parsed> {
  const kept = readParsed(cache, name, code);
  const files = new Map<string, Parsed>();
  const packed = texts.map((raw) => {
    const key = fileKey(raw);
    const before = kept.get(key);
    const file = before === undefined ? parsed(raw) : unpackFile(before, raw);
    files.set(raw.path, file);
    return [key, before ?? packFile(file)] as const;
  });
  const changed = packed.some(([key]) => !kept.has(key)) || packed.length < kept.size;
  if (changed) keepParsed(cache, name, code, new Map(packed));
  return files;
}
