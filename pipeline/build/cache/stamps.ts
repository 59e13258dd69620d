/** What a file is known by without opening it, so that only files that may have changed are read again. */
import { readFileSync, type Stats } from 'node:fs';
import * as z from 'zod';
import { sha256Of } from '../../model/hash.ts';

/** Size in bytes, times of content and of entry in milliseconds, number on the disk; then the content's SHA-256. */
export const stampSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.string()]);

export type Stamp = z.infer<typeof stampSchema>;

/** Stamps by path. */
export type Stamps = Readonly<Record<string, Stamp>>;

/** How long what was written may be written again unseen, in milliseconds: disks tell time in steps. */
function tickOf(time: number): number {
  // Old ones in steps of one or two seconds; a time between two seconds is from one that tells it more closely.
  return Number.isInteger(time / 1000) ? 2000 : 50;
}

/** The file's stamp: the one from before where the file cannot have changed since, else made from its content. */
export function stampOf(file: string, about: Stats, before: Stamp | undefined): Stamp {
  const { size, mtimeMs, ctimeMs, ino } = about;
  if (
    before !== undefined &&
    before[0] === size &&
    before[1] === mtimeMs &&
    before[2] === ctimeMs &&
    before[3] === ino
  ) {
    return before;
  }
  return stampWith(about, sha256Of(readFileSync(file)));
}

/** The stamp of a file whose content is known. */
export function stampWith(about: Stats, sha256: string): Stamp {
  const { size, mtimeMs, ctimeMs, ino } = about;
  // A time that nothing has makes sure that it is read again.
  return [size, isSettled(mtimeMs) && isSettled(ctimeMs) ? mtimeMs : -1, ctimeMs, ino, sha256];
}

/**
 * The stamp of a file that stood there before and has got another name by us: that is an entry's change and no
 * content's, and who writes into it now changes the time of its content, which is long past.
 */
export function stampOfLinked({ size, mtimeMs, ctimeMs, ino }: Stats, sha256: string): Stamp {
  return [size, isSettled(mtimeMs) ? mtimeMs : -1, ctimeMs, ino, sha256];
}

function isSettled(time: number): boolean {
  return Date.now() - time > tickOf(time);
}
