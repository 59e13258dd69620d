/** A plan's folder as it was found on disk, before anything was read from it. */
import type { Fault } from './draft.ts';

/** The order of files and folders: numbers in names are compared as numbers, the same on every machine. */
export const byName = new Intl.Collator('en', { numeric: true });

/** A text file, undecoded: whether it is UTF-8 is for reading to find out. */
export interface RawText {
  /** As shown to the author: relative to the project, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything in a plan's folder, or the one file of a short plan. */
export interface PlanSources {
  /** The folder's name, or the file's without `.md`. */
  readonly slug: string;
  /** The plan's folder as shown to the author; links and images may not leave it. */
  readonly folder: string;
  /** The Markdown files, in document order: by path, numbers in names compared as numbers. */
  readonly texts: readonly RawText[];
  /** Every other file: path and size in bytes. Images are looked up here. */
  readonly others: ReadonlyMap<string, number>;
  /** What the folder itself does wrong: a link that leads out of it, a file that cannot be opened. */
  readonly faults: readonly Fault[];
}
