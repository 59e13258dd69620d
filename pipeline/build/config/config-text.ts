/** A config as it was written: what it says, and where it says so. */
import type { Fault, SourceText } from '../../model/draft.ts';
import type { Place } from '../../model/place.ts';

/** A way to a value: keys and indexes, from the outermost. */
export type KeyPath = readonly PropertyKey[];

export interface ConfigText {
  readonly source: SourceText;
  /** What the config says, unchecked; undefined where it could not be read. */
  readonly value: unknown;
  /** What kept it from being read. */
  readonly faults: readonly Fault[];
  /** Where a value stands: itself, else the nearest value around it that stands in the text. */
  placeOf(path: KeyPath): Place;
  /** Where its key stands, where it has one; else as `placeOf`. */
  placeOfKey(path: KeyPath): Place;
}
