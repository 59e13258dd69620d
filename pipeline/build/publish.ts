/** Puts a plan's finished editions into `dist/<plan>/`. */
import { copyFileSync, linkSync, lstatSync, mkdirSync, type Stats, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Artifact, type Format, formats, type StandingFile } from '../model/edition.ts';
import { type Stamp, type Stamps, stampOfLinked, stampWith } from './cache/stamps.ts';
import {
  type EditionEntry,
  type FileEntry,
  fileEntry,
  type Manifest,
  manifestText,
  type PlanEntry,
  readManifest,
  standingEntry,
} from './manifest.ts';
import { replaceFolder } from './staging.ts';

/** One edition, ready to be published. */
export interface FinishedEdition extends EditionEntry {
  readonly format: Format;
  readonly artifacts: readonly Artifact[];
  /** Files that stand there already. */
  readonly standing?: readonly StandingFile[] | undefined;
}

/** What was published. */
export interface Published {
  readonly files: readonly FileEntry[];
  /** Their stamps, as they were written. */
  readonly stamps: Stamps;
  /** How many of them had to be written: the others stood there already. */
  readonly written: number;
}

/**
 * Publishes editions, all or none. Editions that were published before and are not among these stay, and the
 * manifest goes on telling what they were made from. What stands there already, as `standing` tells, is not written
 * again. Undefined, with nothing changed, where a file that should stand is no longer what it was. Raises `ToolError` where the disk refuses.
 */
export async function publish(
  dist: string,
  plan: PlanEntry,
  editions: readonly FinishedEdition[],
  standing: Stamps = {},
): Promise<Published | undefined> {
  const place = path.join(dist, plan.slug);
  const before = await readManifest(place);
  const made = editions.flatMap(({ artifacts, format }) =>
    artifacts.map((artifact) => ({ ...artifact, entry: fileEntry(artifact, format) })),
  );
  const left = editions.flatMap(({ standing: files = [], format }) =>
    files.map((file) => standingEntry(file, format)),
  );
  const entries = [...made.map(({ entry }) => entry), ...left];
  const staged = new Map<string, Stats>();
  const linked = new Set<string>();
  let whole = true;
  let written = 0;
  await replaceFolder(dist, plan.slug, async (folder) => {
    const room = roomIn(folder);
    const kept = keep(before, editions, place, room);
    for (const { path: name, bytes, entry } of made) {
      const file = room(name);
      const stamp = standing[name];
      const stands = stamp?.[4] === entry.sha256 && taken(path.join(place, name), file, stamp);
      if (stands) {
        linked.add(name);
        continue;
      }
      writeFileSync(file, bytes);
      written += 1;
    }
    whole = left.every(({ path: name }) => {
      linked.add(name);
      return taken(path.join(place, name), room(name), standing[name]);
    });
    const manifest: Manifest = {
      manifest: 1,
      plan,
      editions: { ...kept.editions, ...Object.fromEntries(editions.map(entryOf)) },
      files: [...kept.files, ...entries],
    };
    writeFileSync(room('manifest.json'), manifestText(manifest));
    if (whole) for (const { path: name } of entries) staged.set(name, lstatSync(room(name)));
    return whole;
  });
  if (!whole) return undefined;
  return { files: entries, stamps: stampsIn(place, entries, { staged, linked }), written };
}

/**
 * The stamps of what was published. Another build may have put its own folder there in between: of files that are not
 * ours any more, nothing is known but what they should hold.
 */
function stampsIn(
  place: string,
  entries: readonly FileEntry[],
  {
    staged,
    linked,
  }: { readonly staged: ReadonlyMap<string, Stats>; readonly linked: ReadonlySet<string> },
): Stamps {
  return Object.fromEntries(
    entries.map(({ path: name, size, sha256 }) => {
      const before = staged.get(name);
      const now = lstatSync(path.join(place, name), { throwIfNoEntry: false });
      const isSame =
        now?.ino === before?.ino && now?.size === before?.size && now?.mtimeMs === before?.mtimeMs;
      const stamp = linked.has(name) ? stampOfLinked : stampWith;
      return [name, now && isSame ? stamp(now, sha256) : [size, -1, -1, -1, sha256]];
    }),
  );
}

/** Makes a file of the old folder one of the new folder too, unless it is no longer what its stamp says. */
function taken(from: string, to: string, stamp: Stamp | undefined): boolean {
  try {
    if (stamp !== undefined) {
      const { size, mtimeMs, ino } = lstatSync(from);
      if (size !== stamp[0] || mtimeMs !== stamp[1] || ino !== stamp[3]) return false;
    }
    try {
      linkSync(from, to);
    } catch {
      // A disk that knows no second name for a file.
      copyFileSync(from, to);
    }
    return true;
  } catch {
    return false;
  }
}

/** Takes along what other editions left, as far as it is still there whole. */
function keep(
  before: Manifest | undefined,
  editions: readonly FinishedEdition[],
  from: string,
  room: (name: string) => string,
): Pick<Manifest, 'editions' | 'files'> {
  const kept: { editions: Manifest['editions']; files: FileEntry[] } = { editions: {}, files: [] };
  for (const format of formats) {
    const entry = before?.editions[format];
    if (entry === undefined || editions.some((one) => one.format === format)) continue;
    const files = before?.files.filter(({ edition }) => edition === format) ?? [];
    if (!files.every(({ path: name }) => taken(path.join(from, name), room(name), undefined)))
      continue;
    kept.editions[format] = entry;
    kept.files.push(...files);
  }
  return kept;
}

function entryOf({ format, sources, draft, tools }: FinishedEdition): [Format, EditionEntry] {
  return [format, { sources, draft, tools }];
}

/** The full path of a file, for which the folders above it are made. */
function roomIn(folder: string): (name: string) => string {
  const made = new Set<string>();
  return (name) => {
    const file = path.join(folder, name);
    const above = path.dirname(file);
    if (!made.has(above)) mkdirSync(above, { recursive: true });
    made.add(above);
    return file;
  };
}
