/** `briefwright watch`: builds what a change touches, as soon as it is saved. */
import { openCache } from '../../build/cache/cache.ts';
import { type HeldCache, heldCache } from '../../build/cache/held-cache.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { type BuildCommandOptions, buildCommand } from './build.ts';
import { watch } from './watch.ts';

/** Builds until the signal is given. Raises `UsageError`. */
export function watchBuild(
  paths: readonly string[],
  options: BuildCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  let cache: HeldCache | undefined;
  const open: typeof openCache = (root, say) => {
    cache ??= heldCache(openCache(root, say));
    return cache;
  };
  const work = async () => {
    try {
      await buildCommand(paths, options, packageRoot, terminal, open);
    } finally {
      // When the pages are there, and somebody reads them.
      cache?.flush();
    }
  };
  return watch({ paths, config: options.config, doing: 'Building', work }, terminal, signal);
}
