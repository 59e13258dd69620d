/** Tells when something changes in a project's sources. */
import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

/** An editor writes a file in several steps: so many milliseconds of quiet make one change. */
const quiet = 30;

/** What stands in no source, and changes whenever somebody builds or installs. */
const ignored = /(?:^|[\\/])(?:node_modules|dist|\.git|\.briefwright)(?:[\\/]|$)/u;

/**
 * Calls `changed` after each change in the project's folder or below what its plans are named by (folders, files or
 * globs), one call at a time, until the signal is given. Resolves then. Folders that are not there are left out.
 */
export async function watchSources(
  root: string,
  named: readonly string[],
  changed: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let moved = false;
  let running = Promise.resolve();
  const folders = new Set(named.map((one) => path.resolve(root, folderOf(one))));
  const soon = (event: string, name: string | null): void => {
    if (name !== null && ignored.test(name)) return;
    moved ||= event === 'rename';
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A folder that was deleted and is there again is another one: all are watched anew, before they are read.
      if (moved) {
        close(watchers);
        watchers = watchAll(root, folders, soon);
      }
      moved = false;
      running = running.then(changed);
    }, quiet);
  };
  let watchers = watchAll(root, folders, soon);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  clearTimeout(timer);
  close(watchers);
  await running;
}

type Soon = (event: string, name: string | null) => void;

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
    const watcher = watch(folder, { recursive }, soon);
    // A folder that is deleted while it is watched has nothing more to tell.
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
