/** Finds the plans below a folder and lists what is in each: the one place that walks sources on disk. */
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../model/draft.ts';
import { UsageError } from '../model/errors.ts';
import { startOf } from '../model/place.ts';
import { byName, type PlanSources, type RawText } from '../model/sources.ts';

/**
 * The plans at a path: a plan's folder, one file, or a folder of both. Paths are shown relative to `root`.
 * Raises `UsageError` where nothing is there.
 */
export async function loadPlans(root: string, where: string): Promise<PlanSources[]> {
  const full = path.resolve(root, where);
  const entry = await lstat(full).catch(() => undefined);
  if (entry === undefined) {
    throw new UsageError(
      `There is no "${where}".`,
      'Name a plan in sources/, its folder or its file.',
    );
  }
  if (entry.isFile()) return [await loadFile(root, full)];
  const names = await readdir(full, { withFileTypes: true });
  if (names.some((one) => one.name === 'plan.md')) return [await loadFolder(root, full)];
  const plans: PlanSources[] = [];
  for (const one of names.sort((a, b) => byName.compare(a.name, b.name))) {
    const inside = path.join(full, one.name);
    if (one.name.startsWith('.')) continue;
    if (one.isDirectory() || one.isSymbolicLink()) plans.push(await loadFolder(root, inside));
    else if (one.name.endsWith('.md')) plans.push(await loadFile(root, inside));
  }
  if (plans.length > 0) return plans;
  throw new UsageError(
    `There is no plan in "${where}".`,
    'Write one: a folder with a plan.md in it, or `briefwright init`.',
  );
}

async function loadFile(root: string, file: string): Promise<PlanSources> {
  const shown = show(root, file);
  const folder = path.posix.dirname(shown);
  const bytes = await readFile(file).catch(() => undefined);
  const walk = await walkFolder(root, path.dirname(file), { deep: false });
  return {
    slug: path.basename(file, '.md'),
    folder,
    texts: bytes === undefined ? [] : [{ path: shown, bytes }],
    others: walk.others,
    faults:
      bytes === undefined
        ? [{ rule: 'unreadable-file', place: startOf(shown), subject: shown }]
        : [],
  };
}

async function loadFolder(root: string, folder: string): Promise<PlanSources> {
  const shown = show(root, folder);
  const slug = path.basename(folder);
  const parent = await realpath(path.dirname(folder));
  const real = await realpath(folder).catch(() => folder);
  if (!inside(parent, real)) {
    const faults = [{ rule: 'symlink-outside', place: startOf(shown), subject: shown }];
    return { slug, folder: shown, texts: [], others: new Map(), faults };
  }
  return { slug, folder: shown, ...(await walkFolder(root, folder, { deep: true })) };
}

interface Walked {
  readonly texts: RawText[];
  readonly others: Map<string, number>;
  readonly faults: Fault[];
}

/** All files below a folder in natural order, without hidden ones and without following links out of it. */
async function walkFolder(root: string, top: string, how: { deep: boolean }): Promise<Walked> {
  const found: Walked = { texts: [], others: new Map(), faults: [] };
  const home = await realpath(top);
  async function walk(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) note('unreadable-file', show(root, folder));
    for (const entry of (entries ?? []).sort(documentOrder)) {
      if (!entry.name.startsWith('.')) await take(path.join(folder, entry.name));
    }
  }
  async function take(file: string): Promise<void> {
    const shown = show(root, file);
    const real = await realpath(file).catch(() => undefined);
    const about = real === undefined ? undefined : await lstat(real);
    if (real === undefined || about === undefined) note('unreadable-file', shown);
    else if (!inside(home, real)) note('symlink-outside', shown);
    else if (about.isDirectory()) await (how.deep ? walk(file) : undefined);
    else if (how.deep && file.endsWith('.md')) await readText(file, shown);
    else if (about.isFile()) found.others.set(shown, about.size);
  }
  /** It may have been deleted since the folder was listed. */
  async function readText(file: string, shown: string): Promise<void> {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) note('unreadable-file', shown);
    else found.texts.push({ path: shown, bytes });
  }
  function note(rule: string, shown: string): void {
    found.faults.push({ rule, place: startOf(shown), subject: shown });
  }
  await walk(top);
  return found;
}

/** A folder's own file comes before its sections, whatever they are called. */
function documentOrder(a: { name: string }, b: { name: string }): number {
  const first = (name: string) => (name === 'plan.md' || name === 'goal.md' ? 0 : 1);
  return first(a.name) - first(b.name) || byName.compare(a.name, b.name);
}

function inside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

function show(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/') || '.';
}
