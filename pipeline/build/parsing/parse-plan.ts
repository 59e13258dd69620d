/** Parses the texts of a plan before they are read: those that have changed since the last time. */
import type { RawText } from '../../model/sources.ts';
import { type PackedFile, unpackFile } from '../../read/packed-file.ts';
import { type Parsed, type ParseFile, parsed } from '../../read/parse-file.ts';
import type { Cache } from '../cache/cache.ts';
import { fileKey, keepParsed, readParsed } from '../cache/parsed-files.ts';
import { parseHere, parseTexts } from './parse-texts.ts';

/** What is known of a plan's texts from the last time, and how others are parsed. */
export interface Parsing {
  readonly cache: Cache;
  /** The name that they are kept by. */
  readonly name: string;
  /** A hash over what parses. */
  readonly code: string;
  /** On how many threads at most; undefined for as many as gain by it. */
  readonly jobs?: number | undefined;
}

/** A way to parse these texts that has done so already. */
export async function parsePlan(texts: readonly RawText[], parsing: Parsing): Promise<ParseFile> {
  const files = await parsedFiles(texts, parsing);
  return (raw, note) => {
    const { file, faults } = files.get(raw.path) ?? parsed(raw);
    for (const fault of faults) note(fault);
    return file;
  };
}

/** By path. Keeps what is new. */
async function parsedFiles(
  texts: readonly RawText[],
  { cache, name, code, jobs }: Parsing,
): Promise<ReadonlyMap<string, Parsed>> {
  const kept = readParsed(cache, name, code);
  const known = texts.map((raw) => {
    const key = fileKey(raw);
    return { raw, key, before: kept.get(key) };
  });
  const changed = known.flatMap(({ raw, before }) => (before === undefined ? [raw] : []));
  const fresh = await parseTexts(changed, jobs);
  const files = new Map<string, Parsed>();
  const packed = new Map<string, PackedFile>();
  for (const { raw, key, before } of known) {
    const now = before && { packed: before, file: unpackFile(before, raw) };
    const { file, packed: form } = now ?? fresh.get(raw) ?? parseHere(raw);
    files.set(raw.path, file);
    packed.set(key, form);
  }
  if (changed.length > 0 || packed.size < kept.size) keepParsed(cache, name, code, packed);
  return files;
}
