/** `briefwright watch`: builds what a change touches, as soon as it is saved. */
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
  const work = () => buildCommand(paths, options, packageRoot, terminal);
  return watch({ paths, config: options.config, doing: 'Building', work }, terminal, signal);
}
