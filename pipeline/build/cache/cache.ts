/** `.briefwright/cache/`: records by name. It can be deleted at any time, and is never trusted when damaged. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { sha256Of } from '../../model/hash.ts';

/** Records as JSON, or bytes, each with a checksum. Writing one is all or nothing, also where two builds write at once. */
export interface Cache {
  /** What was last written by that name; undefined where there is none, it is damaged, or of another version's form. */
  read<T>(name: string, schema: z.ZodType<T>): T | undefined;
  /** A disk that refuses costs the next build time, and nothing else. */
  write(name: string, value: unknown): void;
  /**
   * As `read`, of what `writePacked` has kept: too large for JSON, in a form of its own. What `unpack` throws over, or
   * gives undefined for, is damaged.
   */
  readPacked<T>(name: string, unpack: (bytes: Buffer) => T | undefined): T | undefined;
  /** Tells that what was read by that name turned out to be damaged, where that is seen later. */
  tellDamaged(name: string): void;
  writePacked<T>(name: string, value: T, pack: (value: T) => Uint8Array): void;
  /** Deletes what none of these names stands for. */
  keepOnly(names: readonly string[]): void;
}

/** Where a project's cache lies. */
export function cacheFolder(root: string): string {
  return path.join(root, '.briefwright', 'cache');
}

/** Remembers nothing: everything is made anew. */
export const noCache: Cache = {
  read: () => undefined,
  write() {},
  readPacked: () => undefined,
  tellDamaged() {},
  writePacked() {},
  keepOnly() {},
};

/** The cache of a project. `say` is told of damaged entries. */
export function openCache(root: string, say: (line: string) => void): Cache {
  const folder = cacheFolder(root);
  const tellDamaged = (name: string) =>
    say(`The cache entry ${name} was damaged, and is made anew.`);
  /** What `form` makes of what was kept. A checksum can be right, and what it is of be another's. */
  const formed = <T>(name: string, content: Buffer | undefined, form: (bytes: Buffer) => T) => {
    try {
      return content && form(content);
    } catch {
      tellDamaged(name);
      return undefined;
    }
  };
  const load = (name: string, file: string): Buffer | undefined => {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path.join(folder, file));
    } catch {
      return undefined;
    }
    const content = unsealed(bytes);
    if (content === undefined) tellDamaged(name);
    return content;
  };
  const save = (file: string, content: Uint8Array | string): void => {
    try {
      prepare(folder);
      const fresh = path.join(folder, `.${process.pid}-${file}.new`);
      writeFileSync(fresh, sealed(content));
      renameSync(fresh, path.join(folder, file));
    } catch {
      // As the contract says.
    }
  };
  return {
    read(name, schema) {
      const content = load(name, `${name}.json`);
      const value = formed(name, content, (bytes): unknown => JSON.parse(bytes.toString()));
      // A record of another form is sound, and just not for us.
      return schema.safeParse(value).data;
    },
    write: (name, value) => save(`${name}.json`, JSON.stringify(value)),
    readPacked(name, unpack) {
      return formed(name, load(name, `${name}.bin`), (bytes) => {
        const value = unpack(bytes);
        if (value === undefined) throw new Error(`${name} is none of ours.`);
        return value;
      });
    },
    tellDamaged,
    writePacked: (name, value, pack) => save(`${name}.bin`, pack(value)),
    keepOnly(names) {
      const wanted = new Set(['.gitignore', ...names]);
      for (const file of listed(folder)) {
        const { name } = path.parse(file);
        if (!wanted.has(name)) rmSync(path.join(folder, file), { force: true });
      }
    },
  };
}

/** The checksum on the first line, the content after it. */
function sealed(content: Uint8Array | string): Uint8Array {
  return Buffer.concat([Buffer.from(`${sha256Of(content)}\n`), Buffer.from(content)]);
}

/** The content; undefined where the checksum is not its own. */
function unsealed(file: Buffer): Buffer | undefined {
  const end = file.indexOf('\n');
  const content = file.subarray(end + 1);
  return file.toString('latin1', 0, end) === sha256Of(content) ? content : undefined;
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
