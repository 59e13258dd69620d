/** What builds of a plan made, kept from one to the next. */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { hashOf } from '../../model/hash.ts';
import type { Known } from '../../model/known.ts';
import type { Cache } from './cache.ts';
import type { StepInputs } from './record.ts';

/** What the checksum of a record vouches for is ours, and is not taken apart once more. */
const valuesSchema = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null,
);
const knownSchema = z.object({ inputs: z.string(), values: valuesSchema });

/** Values that are kept where `keep` is called: those that were asked for, and so no more than one build needs. */
export interface KnownValues extends Known {
  /** Whether a value is known by that key from the last time. */
  has(key: string): boolean;
  keep(): void;
}

/** They are kept in so many records, so that a change writes a small one. */
const shares = 16;

/** The names of the records of what is kept by this name. */
export function knownNames(name: string): readonly string[] {
  return Array.from({ length: shares }, (_, share) => `${name}-${share}`);
}

/** Any even way to share them out; most keys end in a hash. */
function shareOf(key: string): number {
  return ((key.at(-1)?.charCodeAt(0) ?? 0) * 7 + (key.at(-2)?.charCodeAt(0) ?? 0)) % shares;
}

/** The values of each share. */
function shared(values: ReadonlyMap<string, unknown>): readonly (readonly [string, unknown])[][] {
  const all = Array.from({ length: shares }, (): (readonly [string, unknown])[] => []);
  for (const one of values) all[shareOf(one[0])]?.push(one);
  return all;
}

/** `inputs`: what all values are made with, such as templates; with others nothing is known. */
export function knownValues(cache: Cache, name: string, inputs: StepInputs): KnownValues {
  const hash = hashOf(inputs);
  const before = new Map<string, unknown>();
  /** The records that are there, and for us. */
  const sound = new Set<string>();
  for (const one of knownNames(name)) {
    const record = cache.read(one, knownSchema);
    if (record?.inputs !== hash) continue;
    sound.add(one);
    for (const key of Object.keys(record.values)) before.set(key, record.values[key]);
  }
  const now = new Map<string, unknown>();
  const kept = <T>(key: string, value: unknown): T => {
    now.set(key, value);
    // The checksum of the record vouches that it is what was once made with this key.
    return z.custom<T>().parse(value);
  };
  /** What goes by a name may be another value each time. */
  const isKnown = ([key, value]: readonly [string, unknown]) =>
    before.has(key) && (!key.startsWith('last ') || isDeepStrictEqual(before.get(key), value));
  return {
    has: (key) => before.has(key),
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
      const [had, has] = [shared(before), shared(now)];
      for (const [share, one] of knownNames(name).entries()) {
        const values = has[share] ?? [];
        const isSame = values.length === had[share]?.length && values.every(isKnown);
        // One that is damaged is made anew also where it held nothing.
        if (!isSame || !sound.has(one))
          cache.write(one, { inputs: hash, values: Object.fromEntries(values) });
      }
    },
  };
}
