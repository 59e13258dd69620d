/** A cache that stays in memory from build to build of one process: what is watched need not wait for the disk. */
import * as z from 'zod';
import type { Cache } from './cache.ts';

export interface HeldCache extends Cache {
  /** Writes what has changed to the cache beneath. A process that ends before costs the next build time, and nothing else. */
  flush(): void;
}

/** Over a cache that is read where nothing is held. What is held is right whatever becomes of the files: it goes by content. */
export function heldCache(beneath: Cache): HeldCache {
  const records = new Map<string, unknown>();
  const packed = new Map<string, unknown>();
  const changed = new Map<string, () => void>();
  return {
    read<T>(name: string, schema: z.ZodType<T>): T | undefined {
      if (!records.has(name)) records.set(name, beneath.read(name, schema));
      return schema.optional().parse(records.get(name));
    },
    write(name, value) {
      records.set(name, value);
      changed.set(`record ${name}`, () => beneath.write(name, value));
    },
    readPacked<T>(name: string, unpack: (bytes: Buffer) => T | undefined): T | undefined {
      if (!packed.has(name)) packed.set(name, beneath.readPacked(name, unpack));
      // Who reads by a name is who wrote by it.
      return z.custom<T | undefined>().parse(packed.get(name));
    },
    tellDamaged: (name) => beneath.tellDamaged(name),
    writePacked(name, value, pack) {
      packed.set(name, value);
      changed.set(`packed ${name}`, () => beneath.writePacked(name, value, pack));
    },
    keepOnly(names) {
      const wanted = new Set(names);
      for (const held of [records, packed]) {
        for (const name of held.keys()) if (!wanted.has(name)) held.delete(name);
      }
      beneath.keepOnly(names);
    },
    flush() {
      for (const write of changed.values()) write();
      changed.clear();
    },
  };
}
