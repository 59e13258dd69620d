/** Parsing that remembers: where plans are read again and again, as in an editor, only changed files are parsed. */
import { isDeepStrictEqual } from 'node:util';
import type { RawText } from '../model/sources.ts';
import { type Parsed, type ParseFile, parsed } from './parse-file.ts';

interface Remembered extends Parsed {
  readonly bytes: Uint8Array;
}

/**
 * As `parseFile`, for one reader at a time: reading keeps in the tree where links lead, so a draft is outdated
 * once the next one is read. Holds the last form of each path.
 */
export function rememberFiles(): ParseFile {
  const remembered = new Map<string, Remembered>();
  return (raw: RawText, note) => {
    const before = remembered.get(raw.path);
    const same = before !== undefined && isDeepStrictEqual(before.bytes, raw.bytes);
    const now = same ? before : { bytes: raw.bytes, ...parsed(raw) };
    remembered.set(raw.path, now);
    for (const fault of now.faults) note(fault);
    return now.file;
  };
}
