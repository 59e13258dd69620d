/** `briefwright check --watch`: checks again whenever a source or the config changes. */
import { loadProject } from '../../build/config/load-project.ts';
import { watchSources } from '../../build/watch-sources.ts';
import { ToolError, UsageError } from '../../model/errors.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { type CheckCommandOptions, checkCommand } from './check.ts';

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
  const project = await loadProject(terminal.folder, options.config);
  const named = paths.length > 0 ? paths : project.config.sources;
  const again = async (): Promise<void> => {
    terminal.say('Checking.\n');
    try {
      await checkCommand(paths, options, packageRoot, terminal);
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof ToolError)) throw error;
      terminal.say(`error: ${error.message}\n  help: ${error.help}\n`);
    }
    terminal.say('Waiting for changes.\n');
  };
  await again();
  await watchSources(terminal.folder, named, again, signal);
}
