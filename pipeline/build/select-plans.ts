/** Which plans the paths on a command line mean, and which of their files. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { PlanSources } from '../model/sources.ts';
import { loadPlans } from './load.ts';

/** A plan, and the files of it that are asked about; undefined for all of them. */
export interface SelectedPlan {
  readonly sources: PlanSources;
  readonly only: ReadonlySet<string> | undefined;
}

/**
 * The plans at the given paths, each once, in the order in which they are first named. A path may be a folder of
 * plans, a plan, a file or folder in a plan, or a glob. Raises `UsageError` where one leads to nothing.
 */
export async function selectPlans(
  root: string,
  paths: readonly string[],
): Promise<readonly SelectedPlan[]> {
  const selected = new Map<string, SelectedPlan>();
  const loaded = new Map<string, Promise<readonly PlanSources[]>>();
  // Hooks name a hundred files of one plan: it is loaded once.
  const load = (where: string) => {
    const key = path.resolve(root, where);
    const plans = loaded.get(key) ?? loadPlans(root, where);
    loaded.set(key, plans);
    return plans;
  };
  for (const named of paths) {
    for (const where of await expand(root, named)) {
      const plan = await planAround(root, where);
      for (const sources of await load(plan ?? where)) {
        const only = plan === undefined ? undefined : within(sources, shown(root, where));
        add(selected, `${sources.folder}/${sources.slug}`, { sources, only });
      }
    }
  }
  return [...selected.values()];
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
function add(selected: Map<string, SelectedPlan>, key: string, next: SelectedPlan): void {
  const before = selected.get(key);
  if (before === undefined) selected.set(key, next);
  else if (before.only === undefined || next.only === undefined) {
    selected.set(key, { ...before, only: undefined });
  } else selected.set(key, { ...before, only: new Set([...before.only, ...next.only]) });
}

async function expand(root: string, named: string): Promise<readonly string[]> {
  if (await exists(path.resolve(root, named))) return [named];
  if (!/[*?[{!]/u.test(named)) {
    throw new UsageError(
      `There is no "${named}".`,
      'Name a plan in sources/, its folder or its file.',
    );
  }
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

/** The folder of the plan that a path lies in; undefined where it is a plan itself, or a folder of plans. */
async function planAround(root: string, where: string): Promise<string | undefined> {
  const full = path.resolve(root, where);
  if (path.basename(full) === 'plan.md') return path.dirname(full);
  for (let folder = path.dirname(full); ; folder = path.dirname(folder)) {
    if (await exists(path.join(folder, 'plan.md'))) return folder;
    if (folder === path.resolve(root) || folder === path.dirname(folder)) return undefined;
  }
}

/** The plan's files at or beneath a path; all of them where it is the plan's own file. */
function within(sources: PlanSources, where: string): ReadonlySet<string> | undefined {
  if (where === `${sources.folder}/plan.md`) return undefined;
  const files = [...sources.texts.map((text) => text.path), ...sources.others.keys()];
  return new Set([where, ...files.filter((file) => file.startsWith(`${where}/`))]);
}

function shown(root: string, where: string): string {
  return path.relative(root, path.resolve(root, where)).split(path.sep).join('/');
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
