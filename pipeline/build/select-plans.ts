/** Which plans the paths on a command line mean, and which of their files. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import { nearest } from '../model/nearest.ts';
import type { PlanSources } from '../model/sources.ts';
import { findPlans, loadPlan, type PlanPlace } from './load.ts';
import { show } from './walk-folder.ts';

/** Where plans are known by their name alone. */
const home = 'sources';

/** A plan, and the files of it that are asked about; undefined for all of them. */
export interface SelectedPlan {
  readonly sources: PlanSources;
  readonly only: ReadonlySet<string> | undefined;
}

/** A plan that is not opened yet, and the files and folders of it that are asked about; undefined for all of it. */
export interface NamedPlan {
  readonly place: PlanPlace;
  readonly within: readonly string[] | undefined;
}

/** As `namedPlans`, with the plans loaded. */
export async function selectPlans(
  root: string,
  paths: readonly string[],
): Promise<readonly SelectedPlan[]> {
  const named = await namedPlans(root, paths);
  return Promise.all(
    named.map(async ({ place, within }) => {
      const sources = await loadPlan(root, place);
      const files = [...sources.texts.map((text) => text.path), ...sources.others.keys()];
      return { sources, only: within && new Set([...within, ...files.filter(isWithin(within))]) };
    }),
  );
}

/**
 * The plans at the given paths, each once, in the order in which they are first named. A path may be a folder of
 * plans, a plan or its name, a file or folder in a plan, or a glob. Raises `UsageError` where one leads to nothing.
 */
export async function namedPlans(
  root: string,
  paths: readonly string[],
): Promise<readonly NamedPlan[]> {
  const named = new Map<string, NamedPlan>();
  for (const one of paths) {
    for (const where of await expand(root, one)) {
      const plan = await planAround(root, where);
      for (const place of await findPlans(root, plan ?? where)) {
        add(named, place, plan === undefined ? undefined : within(root, plan, where));
      }
    }
  }
  return [...named.values()];
}

/** Whether a file is one of those paths, or lies beneath one. */
export function isWithin(paths: readonly string[]): (file: string) => boolean {
  return (file) => paths.some((one) => file === one || file.startsWith(`${one}/`));
}

/** The plans that have one of those files; of each plan these files only. */
export function onlyFiles(
  selected: readonly SelectedPlan[],
  files: ReadonlySet<string>,
): readonly SelectedPlan[] {
  return selected.flatMap(({ sources, only }) => {
    const all = sources.texts.map((text) => text.path);
    const wanted = all.filter((file) => files.has(file) && (only === undefined || only.has(file)));
    return wanted.length === 0 ? [] : [{ sources, only: new Set(wanted) }];
  });
}

/** A plan named as a whole stays whole, whatever else is named of it. */
function add(named: Map<string, NamedPlan>, place: PlanPlace, within: string | undefined): void {
  const before = named.get(place.full);
  const both = before === undefined ? [] : before.within;
  const all = within === undefined || both === undefined ? undefined : [...both, within];
  named.set(place.full, { place, within: all });
}

async function expand(root: string, named: string): Promise<readonly string[]> {
  if (await exists(path.resolve(root, named))) return [named];
  if (!/[*?[{!]/u.test(named)) return [await planNamed(root, named)];
  const { glob } = await import('tinyglobby');
  const found = await glob(named.split(path.sep).join('/'), { cwd: root, onlyFiles: false });
  // A glob such as `sources/*` may match what is no plan: a picture, a note.
  const plans = found.filter((one) => one.endsWith('.md') || one.endsWith('/'));
  if (plans.length > 0) return plans.sort();
  throw new UsageError(
    `No plan matches "${named}".`,
    'Quote the pattern, so that the shell leaves it alone: "sources/**/*.md".',
  );
}

/** The plan of that name in `sources/`. Raises `UsageError` where there is none. */
async function planNamed(root: string, name: string): Promise<string> {
  const files = await readdir(path.join(root, home)).catch(() => []);
  const found = files.find((file) => file === name || file === `${name}.md`);
  if (found !== undefined) return path.join(home, found);
  const meant = nearest(
    name,
    files.map((file) => path.basename(file, '.md')),
  );
  throw new UsageError(
    `There is no "${name}".`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Name a plan in ${home}/, its folder or its file.`,
  );
}

/** The folder of the plan that a path lies in; undefined where it is a plan itself, or a folder of plans. */
async function planAround(root: string, where: string): Promise<string | undefined> {
  const full = path.resolve(root, where);
  if (path.basename(full) === 'plan.md') return path.dirname(full);
  for (let folder = path.dirname(full); ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, 'plan.md'))) return folder;
    if (folder === path.resolve(root) || folder === path.dirname(folder)) return undefined;
  }
}

/** A path in a plan; undefined where it is the plan's own file, which means all of it. */
function within(root: string, plan: string, where: string): string | undefined {
  const full = path.resolve(root, where);
  return full === path.join(plan, 'plan.md') ? undefined : show(root, full);
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
