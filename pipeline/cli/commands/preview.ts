/** `briefwright preview`: a server on this machine that shows what is written while it is written. */
import { preview } from '../../build/preview/preview.ts';
import { UsageError } from '../../model/errors.ts';
import { fine } from '../exit-codes.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { wholeNumber } from '../verdict.ts';

export interface PreviewCommandOptions {
  readonly port?: string;
  readonly config?: string;
}

/** Serves until the signal is given; the exit code. Raises `UsageError`, and `ToolError` where something is missing. */
export async function previewCommand(
  paths: readonly string[],
  options: PreviewCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const port = wholeNumber('--port', options.port) ?? 0;
  if (port > 65_535) throw new UsageError(`There is no port ${port}.`, 'Write --port 8080.');
  const { config } = options;
  const say = (line: string): void => terminal.say(`${line}\n`);
  try {
    await preview({ root: terminal.folder, packageRoot, paths, port, config }, say, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new UsageError(`Port ${port} is taken.`, 'Leave --port out, and a free one is taken.');
  }
  return fine;
}
