/** What was made before and need not be made again. */

/** Values by a key that stands for everything they were made from. They must be such that JSON gives them back. */
export interface Known {
  /** The value that was made with this key, else the one that `make` gives, which is known from now on. */
  once<T>(key: string, make: () => T): T;
  /** The same of a value that takes its time. */
  later<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** The value that was told by that name the last time, whatever it was; undefined where there is none. */
  last<T>(name: string, now: T): T | undefined;
}

/** Knows nothing, and remembers nothing. */
export const nothingKnown: Known = {
  once: (_key, make) => make(),
  later: (_key, make) => make(),
  last: () => undefined,
};
