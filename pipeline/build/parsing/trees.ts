/** The trees of a plan's texts, taken off their shelves when they are asked for. */
import type { RawText } from '../../model/sources.ts';
import { type PackedFile, unpackFile } from '../../read/packed-file.ts';
import { type Parsed, parsed } from '../../read/parse-file.ts';
import type { Cache } from '../cache/cache.ts';
import { keepShelf, readShelf, shelfOf } from '../cache/parsed-files.ts';
import { type ParsedTexts, parseHere } from './parse-texts.ts';

/** Where trees are kept, and by which code they were made. */
export interface TreePlace {
  readonly cache: Cache;
  readonly name: string;
  readonly code: string;
}

export interface Trees {
  /** The parsed file of a text. */
  whole(raw: RawText): Parsed;
  /** Keeps what was parsed now, in place of what stood there of the same texts. */
  keep(fresh: ParsedTexts): void;
}

/** `keys`: all texts of the plan, each with its `fileKey`. */
export function treesOf(
  keys: ReadonlyMap<RawText, string>,
  { cache, name, code }: TreePlace,
): Trees {
  const open = new Map<string, Map<string, PackedFile>>();
  const textsOn = (shelf: string) => [...keys].filter(([{ path }]) => shelfOf(path) === shelf);
  /** What stands on a shelf; what should and does not, is parsed and put there. */
  const load = (shelf: string): Map<string, PackedFile> => {
    const kept = readShelf(cache, name, shelf, code);
    const wanted = textsOn(shelf);
    const files = new Map(
      wanted.map(([raw, key]) => [key, kept.get(key) ?? parseHere(raw).packed]),
    );
    const isWhole = wanted.every(([, key]) => kept.has(key));
    if (!isWhole) keepShelf(cache, name, shelf, { code, files });
    return new Map(files);
  };
  return {
    whole(raw) {
      const shelf = shelfOf(raw.path);
      const files = open.get(shelf) ?? load(shelf);
      open.set(shelf, files);
      const key = keys.get(raw) ?? '';
      const packed = files.get(key);
      // A tree is asked for once, mostly: what was given is let go.
      files.delete(key);
      const file = packed && unpackFile(packed, raw);
      if (packed && !file) cache.tellDamaged(`${name}-${shelf}`);
      return file ?? parsed(raw);
    },
    keep(fresh) {
      for (const shelf of new Set([...fresh.keys()].map(({ path }) => shelfOf(path)))) {
        const wanted = textsOn(shelf);
        const isNew = wanted.every(([raw]) => fresh.has(raw));
        const kept = isNew ? undefined : readShelf(cache, name, shelf, code);
        const files = wanted.flatMap(([raw, key]) => {
          const file = fresh.get(raw)?.packed ?? kept?.get(key);
          return file ? [[key, file] as const] : [];
        });
        keepShelf(cache, name, shelf, { code, files: new Map(files) });
      }
    },
  };
}
