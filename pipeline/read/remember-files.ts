/** Parsing that remembers: where plans are read again and again, as in an editor, only changed files are parsed. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../model/draft.ts';
import type { RawText } from '../model/sources.ts';
import { type ParsedFile, type ParseFile, parseFile } from './parse-file.ts';

interface Remembered {
  readonly bytes: Uint8Array;
  readonly file: ParsedFile;
  readonly faults: readonly Fault[];
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
    const now = same ? before : parse(raw);
    remembered.set(raw.path, now);
    for (const fault of now.faults) note(fault);
    return now.file;
  };
}

function parse(raw: RawText): Remembered {
  const faults: Fault[] = [];
  const file = parseFile(raw, (fault) => faults.push(fault));
  return { bytes: raw.bytes, file, faults };
}
