/** Tells when something changes in a project's sources. */
import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

/** An editor writes a file in several steps: so many milliseconds of quiet make one change. */
const quiet = 30;

/** What stands in no source, and changes whenever somebody builds or installs. */
const ignored = /(?:^|[\\/])(?:node_modules|dist|\.git|\.briefwright)(?:[\\/]|$)/u;

/** What is done after changes. */
export interface Onlooker {
  /** Done first: told which paths have changed, as far as they are known. */
  readonly atOnce?: (paths: readonly string[]) => void;
  readonly work: () => Promise<void>;
}

/**
 * Has the work done once, and after each change in the project's folder or below what its plans are named by (folders,
 * files or globs): one at a time, until the signal is given. Resolves then. Folders that are not there are left out.
 * Raises what the work raises.
 */
export async function watchSources(
  root: string,
  named: readonly string[],
  { atOnce, work }: Onlooker,
  signal: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let moved = false;
  let paths = new Set<string>();
  const folders = new Set(named.map((one) => path.resolve(root, folderOf(one))));
  const take = async (): Promise<void> => {
    const seen = [...paths];
    paths = new Set();
    atOnce?.(seen);
    // A folder that was deleted and is there again is another one: all are watched anew, before they are read.
    if (moved) {
      close(watchers);
      watchers = watchAll(root, folders, soon);
    }
    moved = false;
    await work();
  };
  let failed = (_error: unknown): void => {};
  const soon: Soon = (event, folder, name) => {
    if (signal.aborted || (name !== null && ignored.test(name))) return;
    moved ||= event === 'rename';
    paths.add(path.join(folder, name ?? ''));
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(take).catch((error) => failed(error));
    }, quiet);
  };
  // What is saved during the first time counts too.
  let watchers = watchAll(root, folders, soon);
  let running = work();
  try {
    await running;
    await new Promise<void>((resolve, reject) => {
      failed = reject;
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    clearTimeout(timer);
    await running;
  } finally {
    clearTimeout(timer);
    close(watchers);
  }
}

type Soon = (event: string, folder: string, name: string | null) => void;

function watchAll(root: string, folders: ReadonlySet<string>, soon: Soon): readonly FSWatcher[] {
  const below = [...folders].flatMap((folder) => watching(folder, true, soon));
  return [...watching(root, false, soon), ...below];
}

function close(watchers: readonly FSWatcher[]): void {
  for (const watcher of watchers) watcher.close();
}

/** The folder that holds everything a path or glob may mean. */
function folderOf(named: string): string {
  const plain = named.split(/[*?[{!]/u, 1)[0] ?? '';
  return plain === named && !named.endsWith('.md') ? named : path.dirname(`${plain}x`);
}

function watching(folder: string, recursive: boolean, soon: Soon): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { recursive }, (event, name) => soon(event, folder, name));
    // A folder that is deleted while it is watched has nothing more to tell.
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
