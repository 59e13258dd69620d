/** Finds the plans at a path and loads each: the one place where sources come from disk. */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { PlanSources } from '../model/sources.ts';
import { besideFile, byName, faultAt, inside, show, walkFolder } from './walk-folder.ts';

/**
 * The plans at a path: a plan's folder, one file, or a folder of both. Paths are shown relative to `root`.
 * Raises `UsageError` where nothing is there.
 */
export async function loadPlans(root: string, where: string): Promise<PlanSources[]> {
  const full = path.resolve(root, where);
  const about = await stat(full).catch(() => undefined);
  if (about === undefined) {
    throw new UsageError(
      `There is no "${where}".`,
      'Name a plan in sources/, its folder or its file.',
    );
  }
  if (about.isFile()) return [await loadPlan(root, full, about)];
  const names = await readdir(full).catch(() => undefined);
  if (names === undefined) {
    throw new UsageError(`"${where}" cannot be opened.`, 'Give yourself the right to read it.');
  }
  if (names.includes('plan.md')) return [await loadPlan(root, full, about)];
  const plans: PlanSources[] = [];
  for (const name of names.sort(byName.compare)) {
    if (name.startsWith('.')) continue;
    const below = path.join(full, name);
    const what = await stat(below).catch(() => undefined);
    if (name.endsWith('.md') || what?.isDirectory()) plans.push(await loadPlan(root, below, what));
  }
  if (plans.length > 0) return plans;
  throw new UsageError(
    `There is no plan in "${where}".`,
    'Write one: a folder with a plan.md in it, or `briefwright init`.',
  );
}

/** Loads a file or folder that is a plan, unless it is a link to somewhere else. */
async function loadPlan(
  root: string,
  full: string,
  about: Stats | undefined,
): Promise<PlanSources> {
  const shown = show(root, full);
  const slug = path.basename(full, about?.isDirectory() ? '' : '.md');
  const nothing = { slug, folder: shown, texts: [], others: new Map<string, number>() };
  const parent = await realpath(path.dirname(full));
  const real = await realpath(full).catch(() => undefined);
  if (real === undefined) return { ...nothing, faults: [faultAt('unreadable-file', shown)] };
  if (!inside(parent, real)) return { ...nothing, faults: [faultAt('symlink-outside', shown)] };
  if (about?.isDirectory()) return { slug, folder: shown, ...(await walkFolder(root, full)) };
  return { slug, folder: path.posix.dirname(shown), ...(await besideFile(root, full)) };
}
