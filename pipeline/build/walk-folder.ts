/**
 * Lists what is in a plan's folder and reads its texts. What cannot be opened is a fault, never an error. Nothing waits
 * for the disk meanwhile: file by file, asking without a promise takes a quarter of the time.
 */
import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../model/draft.ts';
import { startOf } from '../model/place.ts';
import type { PlanSources, RawText } from '../model/sources.ts';
import { mostBytes } from '../read/bounds.ts';
import { pictureType } from './picture-type.ts';

/** What a walk has found. */
export type Walked = Pick<PlanSources, 'texts' | 'others' | 'faults'>;

interface Found {
  readonly texts: RawText[];
  readonly others: Map<string, number>;
  readonly faults: Fault[];
  /** Paths as they are shown, of files that were not looked into yet. */
  readonly pictures: Map<string, string>;
}

/** Enough to know a picture of pixels by, and all of a drawing that may be shown. */
const mostPictureBytes = 5_000_000;

/** Natural order: numbers in names are compared as numbers, the same on every machine. */
export const byName = new Intl.Collator('en', { numeric: true });

/** All files below a folder in natural order, without hidden ones and without following links out of it. */
export async function walkFolder(root: string, top: string): Promise<Walked> {
  const found = nothing();
  walk(root, top, { found, above: [], home: realpathSync.native(top) });
  return withPictures(found);
}

/** A plan that is one file: its text, and the pictures right beside it. What else is wrong there is not its fault. */
export async function besideFile(root: string, file: string): Promise<Walked> {
  const found = nothing();
  const folder = path.dirname(file);
  const home = realpathSync.native(folder);
  takeText(show(root, file), file, found);
  // Names first: in a folder of a thousand plans each would else look at all the others.
  const names = readdirSync(folder).filter((name) => !/^\.|\.md$/u.test(name));
  for (const name of names.sort(byName.compare)) {
    const other = path.join(folder, name);
    const real = realPath(other);
    if (real === undefined || !inside(home, real)) continue;
    const about = statSync(real, { throwIfNoEntry: false });
    if (about?.isFile() === true) takeOther(show(root, other), other, about.size, found);
  }
  return withPictures(found);
}

function nothing(): Found {
  return { texts: [], others: new Map(), faults: [], pictures: new Map() };
}

/** Notes what is wrong with the pictures. What looks into them is loaded where there are any. */
async function withPictures({ pictures, ...found }: Found): Promise<Walked> {
  if (pictures.size === 0) return found;
  const { pictureFault } = await import('./picture.ts');
  for (const [shown, file] of pictures) {
    const bytes = tried(shown, found, () => readBytes(file, mostPictureBytes));
    const fault = bytes && pictureFault(file, bytes);
    if (fault === undefined) continue;
    const place = { path: shown, start: fault.at, end: fault.at };
    found.faults.push({ rule: fault.rule, place, subject: shown, detail: fault.detail });
  }
  return found;
}

interface Walk {
  readonly found: Found;
  /** The folder that no link may lead out of. */
  readonly home: string;
  /** The folders that this one lies in, so that a link to one of them is not followed for ever. */
  readonly above: readonly string[];
}

function walk(root: string, folder: string, how: Walk): void {
  const shown = show(root, folder);
  const entries = tried(shown, how.found, () => readdirSync(folder));
  const above = [...how.above, realPath(folder) ?? folder];
  for (const name of (entries ?? []).sort(documentOrder)) {
    const file = path.join(folder, name);
    const take = () => takeEntry(root, file, { ...how, above });
    if (!name.startsWith('.')) tried(show(root, file), how.found, take);
  }
}

function takeEntry(root: string, file: string, how: Walk): void {
  const { found, home, above } = how;
  const shown = show(root, file);
  const real = realpathSync.native(file);
  const about = statSync(real);
  const text = file.endsWith('.md');
  if (!inside(home, real)) found.faults.push(faultAt('symlink-outside', shown));
  else if (above.includes(real))
    found.faults.push(unreadable(shown, 'a link to a folder it is in'));
  else if (about.isFile() && !text) takeOther(shown, file, about.size, found);
  else if (text) takeText(shown, file, found);
  else if (about.isDirectory()) walk(root, file, how);
  // Anything else, such as a socket, has no place in an edition, and none in a listing.
}

/** Notes a file that is no text. */
function takeOther(shown: string, file: string, size: number, found: Found): void {
  found.others.set(shown, size);
  if (pictureType(file) !== undefined) found.pictures.set(shown, file);
}

/** Reads a text; one that cannot be read counts as empty, so that what is around it keeps its place. */
function takeText(shown: string, file: string, found: Found): void {
  const bytes = tried(shown, found, () => readBytes(file, mostBytes));
  found.texts.push({ path: shown, bytes: bytes ?? new Uint8Array() });
}

/** The bytes of an ordinary file: `most` of them and one more, at most. */
function readBytes(file: string, most: number): Uint8Array {
  const about = statSync(file);
  if (about.isDirectory()) throw new Error('it is a folder');
  // A pipe would be waited on for ever.
  if (!about.isFile()) throw new Error('it is no ordinary file');
  const opened = openSync(file, 'r');
  try {
    return firstBytes(opened, Math.min(about.size, most + 1));
  } finally {
    closeSync(opened);
  }
}

function firstBytes(opened: number, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let length = 0;
  while (length < count) {
    const read = readSync(opened, bytes, length, count - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** Where a path leads; undefined where that is nowhere. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

/** Does what may fail on disk; a failure is kept as a fault of that file. */
function tried<T>(shown: string, { faults }: Pick<Found, 'faults'>, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    faults.push(unreadable(shown, reasonOf(error)));
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is not there',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is no folder',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error && code === '' ? error.message : code);
}

export function faultAt(rule: 'symlink-outside' | 'unreadable-file', shown: string): Fault {
  return { rule, place: startOf(shown), subject: shown };
}

function unreadable(shown: string, detail: string): Fault {
  return { ...faultAt('unreadable-file', shown), detail };
}

/** A folder's own file comes before its sections, whatever they are called. */
function documentOrder(a: string, b: string): number {
  const first = (name: string) => (name === 'plan.md' || name === 'goal.md' ? 0 : 1);
  return first(a) - first(b) || byName.compare(a, b);
}

/** Whether a real path lies in a real folder, or is it. */
export function inside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

/** A path as the author sees it: relative to the project, with `/`. */
export function show(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/') || '.';
}
