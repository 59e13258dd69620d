/** `briefwright check --watch`: checks again whenever a source or the config changes. */
import { UsageError } from '../../model/errors.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { type CheckCommandOptions, checkCommand } from './check.ts';
import { watch } from './watch.ts';

/** Checks until the signal is given. What goes wrong is told, and the next change is waited for. Raises `UsageError`. */
export async function watchCheck(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  if (options.fix === true || options.updateBaseline === true || options.printConfig === true) {
    throw new UsageError(
      '--watch looks on, and changes nothing.',
      'Leave --fix, --update-baseline and --print-config out.',
    );
  }
  const work = () => checkCommand(paths, options, packageRoot, terminal);
  await watch({ paths, config: options.config, doing: 'Checking', work }, terminal, signal);
}
