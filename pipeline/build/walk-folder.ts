/** Lists what is in a plan's folder and reads its texts. What cannot be opened is a fault, never an error. */
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../model/draft.ts';
import { startOf } from '../model/place.ts';
import type { RawText } from '../model/sources.ts';
import { mostBytes } from '../read/bounds.ts';
import { pictureType } from './picture-type.ts';

/** What a walk has found. */
export interface Walked {
  readonly texts: RawText[];
  readonly others: Map<string, number>;
  readonly faults: Fault[];
}

/** Enough to know a picture of pixels by, and all of a drawing that may be shown. */
const mostPictureBytes = 5_000_000;

/** Natural order: numbers in names are compared as numbers, the same on every machine. */
export const byName = new Intl.Collator('en', { numeric: true });

/** All files below a folder in natural order, without hidden ones and without following links out of it. */
export async function walkFolder(root: string, top: string): Promise<Walked> {
  const found: Walked = { texts: [], others: new Map(), faults: [] };
  await walk(root, top, { found, above: [], home: await realpath(top) });
  return found;
}

/** A plan that is one file: its text, and the pictures right beside it. What else is wrong there is not its fault. */
export async function besideFile(root: string, file: string): Promise<Walked> {
  const found: Walked = { texts: [], others: new Map(), faults: [] };
  const folder = path.dirname(file);
  const home = await realpath(folder);
  await takeText(show(root, file), file, found);
  // Names first: in a folder of a thousand plans each would else look at all the others.
  const names = (await readdir(folder)).filter((name) => !/^\.|\.md$/u.test(name));
  for (const name of names.sort(byName.compare)) {
    const other = path.join(folder, name);
    const real = await realpath(other).catch(() => '');
    const about = inside(home, real) ? await stat(real).catch(() => undefined) : undefined;
    if (about?.isFile() === true) await takeOther(show(root, other), other, about.size, found);
  }
  return found;
}

interface Walk {
  readonly found: Walked;
  /** The folder that no link may lead out of. */
  readonly home: string;
  /** The folders that this one lies in, so that a link to one of them is not followed for ever. */
  readonly above: readonly string[];
}

async function walk(root: string, folder: string, how: Walk): Promise<void> {
  const shown = show(root, folder);
  const entries = await tried(shown, how.found, () => readdir(folder));
  const above = [...how.above, await realpath(folder).catch(() => folder)];
  for (const name of (entries ?? []).sort(documentOrder)) {
    const file = path.join(folder, name);
    const take = () => takeEntry(root, file, { ...how, above });
    if (!name.startsWith('.')) await tried(show(root, file), how.found, take);
  }
}

async function takeEntry(root: string, file: string, how: Walk): Promise<void> {
  const { found, home, above } = how;
  const shown = show(root, file);
  const real = await realpath(file);
  const about = await stat(real);
  const text = file.endsWith('.md');
  if (!inside(home, real)) found.faults.push(faultAt('symlink-outside', shown));
  else if (above.includes(real))
    found.faults.push(unreadable(shown, 'a link to a folder it is in'));
  else if (about.isFile() && !text) await takeOther(shown, file, about.size, found);
  else if (text) await takeText(shown, file, found);
  else if (about.isDirectory()) await walk(root, file, how);
  // Anything else, such as a socket, has no place in an edition, and none in a listing.
}

/** Notes a file that is no text, and what is wrong with it where it is a picture. */
async function takeOther(shown: string, file: string, size: number, found: Walked) {
  found.others.set(shown, size);
  if (pictureType(file) === undefined) return;
  const bytes = await tried(shown, found, () => readBytes(file, mostPictureBytes));
  const { pictureFault } = await import('./picture.ts');
  const fault = bytes && pictureFault(file, bytes);
  if (fault === undefined) return;
  const place = { path: shown, start: fault.at, end: fault.at };
  found.faults.push({ rule: fault.rule, place, subject: shown, detail: fault.detail });
}

/** Reads a text; one that cannot be read counts as empty, so that what is around it keeps its place. */
async function takeText(shown: string, file: string, found: Walked): Promise<void> {
  const bytes = await tried(shown, found, () => readBytes(file, mostBytes));
  found.texts.push({ path: shown, bytes: bytes ?? new Uint8Array() });
}

/** The bytes of an ordinary file: `most` of them and one more, at most. */
async function readBytes(file: string, most: number): Promise<Uint8Array> {
  const about = await stat(file);
  if (about.isDirectory()) throw new Error('it is a folder');
  // A pipe would be waited on for ever.
  if (!about.isFile()) throw new Error('it is no ordinary file');
  const handle = await open(file);
  try {
    return await firstBytes(handle, Math.min(about.size, most + 1));
  } finally {
    await handle.close();
  }
}

async function firstBytes(handle: FileHandle, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let length = 0;
  while (length < count) {
    const { bytesRead } = await handle.read(bytes, length, count - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Does what may fail on disk; a failure is kept as a fault of that file. */
async function tried<T>(
  shown: string,
  found: Walked,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    found.faults.push(unreadable(shown, reasonOf(error)));
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
