/** What builds of a plan made, kept from one to the next. */
import * as z from 'zod';
import { hashOf } from '../../model/hash.ts';
import type { Known } from '../../model/known.ts';
import type { Cache } from './cache.ts';
import type { StepInputs } from './record.ts';

const knownSchema = z.object({ inputs: z.string(), values: z.record(z.string(), z.unknown()) });

/** Values that are kept where `keep` is called: those that were asked for, and so no more than one build needs. */
export interface KnownValues extends Known {
  keep(): void;
}

/** `inputs`: what all values are made with, such as templates; with others nothing is known. */
export function knownValues(cache: Cache, name: string, inputs: StepInputs): KnownValues {
  const hash = hashOf(inputs);
  const record = cache.read(`${name}.known`, knownSchema);
  const before = new Map(record?.inputs === hash ? Object.entries(record.values) : []);
  const now = new Map<string, unknown>();
  const kept = <T>(key: string, value: unknown): T => {
    now.set(key, value);
    // The checksum of the record vouches that it is what was once made with this key.
    return z.custom<T>().parse(value);
  };
  return {
    once: <T>(key: string, make: () => T): T =>
      kept(key, before.has(key) ? before.get(key) : make()),
    later: async <T>(key: string, make: () => Promise<T>): Promise<T> =>
      kept(key, before.has(key) ? before.get(key) : await make()),
    last<T>(name: string, value: T): T | undefined {
      const key = `last ${name}`;
      now.set(key, value);
      return z.custom<T | undefined>().parse(before.get(key));
    },
    keep() {
      if (now.size === before.size && [...now.keys()].every((key) => before.has(key))) return;
      cache.write(`${name}.known`, { inputs: hash, values: Object.fromEntries(now) });
    },
  };
}
