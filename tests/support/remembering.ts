/** Knows what was made, as the cache does. */
import * as z from 'zod';
import type { Known } from '../../pipeline/model/known.ts';

/** Remembers as a file would, and tells how many values it was given since it was last asked. */
export function remembering(): Known & { made(): number } {
  const values = new Map<string, string>();
  let made = 0;
  const kept = <T>(key: string, text: string): T => {
    if (!values.has(key)) made += 1;
    values.set(key, text);
    return z.custom<T>().parse(JSON.parse(text));
  };
  return {
    made() {
      const count = made;
      made = 0;
      return count;
    },
    once: <T>(key: string, make: () => T): T =>
      kept(key, values.get(key) ?? JSON.stringify(make())),
    later: async <T>(key: string, make: () => Promise<T>): Promise<T> =>
      kept(key, values.get(key) ?? JSON.stringify(await make())),
    last<T>(name: string, now: T): T | undefined {
      const text = values.get(`last ${name}`);
      values.set(`last ${name}`, JSON.stringify(now));
      return z.custom<T | undefined>().parse(text && JSON.parse(text));
    },
  };
}
