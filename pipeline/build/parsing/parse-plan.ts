/** Parses the texts of a plan before they are read: those that have changed since the last time. */
import type { Fault } from '../../model/draft.ts';
import type { RawText } from '../../model/sources.ts';
import { utf8Text } from '../../read/decode.ts';
import type { Parsed, ParseFile } from '../../read/parse-file.ts';
import type { Cache } from '../cache/cache.ts';
import type { KnownValues } from '../cache/known-values.ts';
import { fileKey } from '../cache/parsed-files.ts';
import { parseTexts } from './parse-texts.ts';
import { treesOf } from './trees.ts';

/** What is known of a plan's texts from the last time, and how others are parsed. */
export interface Parsing {
  readonly cache: Cache;
  /** The name that they are kept by. */
  readonly name: string;
  /** A hash over what parses. */
  readonly code: string;
  /** What was made of them by the same code. */
  readonly known: KnownValues;
  /** On how many threads at most; undefined for as many as gain by it. */
  readonly jobs?: number | undefined;
}

/** What is known of a parsed file without its tree. */
interface FileFacts {
  readonly faults: readonly Fault[];
  /** Whether its text could be read. */
  readonly isRead: boolean;
}

/** A way to parse these texts that has done so already, or knows what came of it. */
export async function parsePlan(texts: readonly RawText[], parsing: Parsing): Promise<ParseFile> {
  const { known, jobs } = parsing;
  const keys = new Map(texts.map((raw) => [raw, fileKey(raw)]));
  const changed = texts.filter((raw) => !known.has(nameOf(keys.get(raw))));
  const fresh = await parseTexts(changed, jobs);
  const trees = treesOf(keys, parsing);
  trees.keep(fresh);
  return (raw, note) => {
    const key = keys.get(raw) ?? fileKey(raw);
    const parsed = fresh.get(raw)?.file;
    const { faults, isRead } = known.once(
      nameOf(key),
      (): FileFacts => factsOf(parsed ?? trees.whole(raw)),
    );
    for (const fault of faults) note(fault);
    if (parsed) return { ...parsed.file, key };
    return {
      source: { path: raw.path, text: isRead ? utf8Text(raw.bytes) : '' },
      get tree() {
        return trees.whole(raw).file.tree;
      },
      key,
    };
  };
}

function nameOf(key: string | undefined): string {
  return `file ${key}`;
}

function factsOf({ file, faults }: Parsed): FileFacts {
  return { faults, isRead: file.source.text !== '' };
}
