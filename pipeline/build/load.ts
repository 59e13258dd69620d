/** Finds the plans at a path and loads each: the one place where sources come from disk. */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { PlanSources } from '../model/sources.ts';
import { besideFile, byName, faultAt, inside, show, walkFolder } from './walk-folder.ts';

/** Where a plan stands: its folder, or its one file. */
export interface PlanPlace {
  /** The folder's name, or the file's without `.md`. */
  readonly slug: string;
  readonly full: string;
  /** `gone`: a link to nothing. */
  readonly kind: 'folder' | 'file' | 'gone';
}

/** The plans at a path, loaded. Paths are shown relative to `root`. Raises `UsageError` where nothing is there. */
export async function loadPlans(root: string, where: string): Promise<PlanSources[]> {
  const places = await findPlans(root, where);
  const plans: PlanSources[] = [];
  for (const place of places) plans.push(await loadPlan(root, place));
  return plans;
}

/**
 * The plans at a path, not yet opened: a plan's folder, one file, or a folder of both.
 * Raises `UsageError` where nothing is there.
 */
export async function findPlans(root: string, where: string): Promise<readonly PlanPlace[]> {
  const full = path.resolve(root, where);
  const about = await stat(full).catch(() => undefined);
  if (about === undefined) {
    throw new UsageError(
      `There is no "${where}".`,
      'Name a plan in sources/, its folder or its file.',
    );
  }
  if (about.isFile()) return [placeAt(full, 'file')];
  const names = await readdir(full).catch(() => undefined);
  if (names === undefined) {
    throw new UsageError(`"${where}" cannot be opened.`, 'Give yourself the right to read it.');
  }
  if (names.includes('plan.md')) return [placeAt(full, 'folder')];
  const plans: PlanPlace[] = [];
  for (const name of names.sort(byName.compare)) {
    if (name.startsWith('.')) continue;
    const below = path.join(full, name);
    const what = await stat(below).catch(() => undefined);
    if (what?.isDirectory()) plans.push(placeAt(below, 'folder'));
    else if (name.endsWith('.md')) plans.push(placeAt(below, what ? 'file' : 'gone'));
  }
  if (plans.length > 0) return plans;
  throw new UsageError(
    `There is no plan in "${where}".`,
    'Write one: a folder with a plan.md in it, or `briefwright init`.',
  );
}

function placeAt(full: string, kind: PlanPlace['kind']): PlanPlace {
  return { slug: path.basename(full, kind === 'folder' ? '' : '.md'), full, kind };
}

/** Loads a file or folder that is a plan, unless it is a link to somewhere else. */
export async function loadPlan(
  root: string,
  { slug, full, kind }: PlanPlace,
): Promise<PlanSources> {
  const shown = show(root, full);
  const nothing = { slug, folder: shown, texts: [], others: new Map<string, number>() };
  const parent = await realpath(path.dirname(full));
  const real = await realpath(full).catch(() => undefined);
  if (real === undefined) return { ...nothing, faults: [faultAt('unreadable-file', shown)] };
  if (!inside(parent, real)) return { ...nothing, faults: [faultAt('symlink-outside', shown)] };
  if (kind === 'folder') return { slug, folder: shown, ...(await walkFolder(root, full)) };
  return { slug, folder: path.posix.dirname(shown), ...(await besideFile(root, full)) };
}
