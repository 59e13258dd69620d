/** `briefwright watch`: builds what a change touches, as soon as it is saved. */
import { openCache } from '../../build/cache/cache.ts';
import { type HeldCache, heldCache } from '../../build/cache/held-cache.ts';
import type { Built, HeldPlan } from '../../build/sooner/held-plan.ts';
import type { Sooner } from '../../build/sooner/publish-sooner.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { type BuildCommandOptions, type BuildHost, buildCommand } from './build.ts';
import { watch } from './watch.ts';

/** Builds until the signal is given. Raises `UsageError`. */
export async function watchBuild(
  paths: readonly string[],
  options: BuildCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const [{ heldPlans }, { publishSooner }] = await Promise.all([
    import('../../build/sooner/held-plan.ts'),
    import('../../build/sooner/publish-sooner.ts'),
  ]);
  let cache: HeldCache | undefined;
  let built: Built | undefined;
  /** The plans as they were published last; none where nobody knows. */
  let held: readonly HeldPlan[] = [];
  let sooner: Sooner | undefined;
  const host: BuildHost = {
    open(root, say) {
      cache ??= heldCache(openCache(root, say));
      return cache;
    },
    built: (now) => {
      built = now;
    },
  };
  const atOnce = (changed: readonly string[]) => {
    sooner = publishSooner(held, changed);
    held = sooner?.plans ?? [];
  };
  const work = async () => {
    built = undefined;
    try {
      await buildCommand(paths, options, packageRoot, terminal, host);
    } finally {
      if (built === undefined) {
        sooner?.takeBack();
        held = [];
      }
      sooner = undefined;
      // When the pages are there, and somebody reads them.
      cache?.flush();
    }
  };
  const rest = async () => {
    // What goes wrong here, such as sources that vanish, the next build tells.
    if (built && held.length === 0) held = await heldPlans(built).catch(() => []);
  };
  const { config } = options;
  return watch({ paths, config, doing: 'Building', work, atOnce, rest }, terminal, signal);
}
