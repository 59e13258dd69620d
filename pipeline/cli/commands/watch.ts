/** Does a command again whenever a source, the config, a template or a style changes. */
import { loadProject } from '../../build/config/load-project.ts';
import { watchSources } from '../../build/watch-sources.ts';
import { TemplateError, ToolError, UsageError } from '../../model/errors.ts';
import type { Terminal } from '../terminal.ts';

/** What is watched, and what is done. */
export interface Watch {
  /** The plans that are asked for; all that the config names where there are none. */
  readonly paths: readonly string[];
  readonly config: string | undefined;
  /** What is being done, as a participle: "Checking". */
  readonly doing: string;
  readonly work: () => Promise<unknown>;
  /** Done as soon as something changes, before the work: told which paths. */
  readonly atOnce?: (paths: readonly string[]) => void;
  /** Done after the work, while changes are waited for. */
  readonly rest?: () => Promise<void>;
}

/** Works until the signal is given. What goes wrong is told, and the next change is waited for. Raises `UsageError`. */
export async function watch(
  { paths, config, doing, work, atOnce, rest }: Watch,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const again = async (): Promise<void> => {
    terminal.say(`${doing}.\n`);
    try {
      await work();
    } catch (error) {
      if (!isTold(error)) throw error;
      terminal.say(`error: ${error.message}\n  help: ${error.help}\n`);
    }
    terminal.say('Waiting for changes.\n');
    await rest?.();
  };
  const project = await loadProject(terminal.folder, config);
  const named = paths.length > 0 ? paths : project.config.sources;
  const onlooker = { ...(atOnce && { atOnce }), work: again };
  await watchSources(terminal.folder, [...named, 'templates', 'styles'], onlooker, signal);
}

function isTold(error: unknown): error is UsageError | ToolError | TemplateError {
  return (
    error instanceof UsageError || error instanceof ToolError || error instanceof TemplateError
  );
}
