/** `.briefwright/cache/`: records by name. It can be deleted at any time, and is never trusted when damaged. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** Records as JSON, each with a checksum. Writing one is all or nothing, also where two builds write at once. */
export interface Cache {
  /** What was last written by that name; undefined where there is none, it is damaged, or of another version's form. */
  read<T>(name: string, schema: z.ZodType<T>): T | undefined;
  /** A disk that refuses costs the next build time, and nothing else. */
  write(name: string, value: unknown): void;
  /** Deletes what none of these names stands for. */
  keepOnly(names: readonly string[]): void;
}

/** Where a project's cache lies. */
export function cacheFolder(root: string): string {
  return path.join(root, '.briefwright', 'cache');
}

/** Remembers nothing: everything is made anew. */
export const noCache: Cache = { read: () => undefined, write: () => {}, keepOnly: () => {} };

/** The cache of a project. `say` is told of damaged entries. */
export function openCache(root: string, say: (line: string) => void): Cache {
  const folder = cacheFolder(root);
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  return {
    read(name, schema) {
      let text: string;
      try {
        text = readFileSync(fileOf(name), 'utf8');
      } catch {
        return undefined;
      }
      const value = unpacked(text);
      // A record of another form is sound, and just not for us.
      if (value !== undefined) return schema.safeParse(value).data;
      say(`The cache entry ${name} was damaged, and is made anew.`);
      return undefined;
    },
    write(name, value) {
      try {
        prepare(folder);
        const fresh = path.join(folder, `.${process.pid}-${name}.new`);
        writeFileSync(fresh, packed(value));
        renameSync(fresh, fileOf(name));
      } catch {
        // As the contract says.
      }
    },
    keepOnly(names) {
      const wanted = new Set(['.gitignore', ...names.map((name) => `${name}.json`)]);
      for (const name of listed(folder)) {
        if (!wanted.has(name)) rmSync(path.join(folder, name), { force: true });
      }
    },
  };
}

/** The checksum on the first line, the value after it. */
function packed(value: unknown): string {
  const text = JSON.stringify(value);
  return `${sha256(text)}\n${text}`;
}

/** The value; undefined where the checksum is not its own. */
function unpacked(file: string): unknown {
  const end = file.indexOf('\n');
  const text = file.slice(end + 1);
  if (file.slice(0, end) !== sha256(text)) return undefined;
  return JSON.parse(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** git is not to take the cache along. */
function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '.gitignore'), '*\n');
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
