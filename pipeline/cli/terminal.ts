/** Where a command runs and speaks, as a value, so that tests can name another one. */
export interface Terminal {
  /** The project's folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a screen that somebody looks at. */
  readonly isScreen: boolean;
  /** Whether stderr is a screen on which a line can be written over. */
  readonly isLive: boolean;
  /** How wide it is. */
  readonly columns: number;
  /** For data: reports, lists. */
  out(text: string): void;
  /** For progress, and for what went wrong. */
  say(text: string): void;
}

/** The terminal that we were started from. */
export function thisTerminal(): Terminal {
  return {
    folder: process.cwd(),
    env: process.env,
    isScreen: process.stdout.isTTY === true,
    isLive: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'],
    // Some terminals say 0.
    columns: process.stderr.columns || 80,
    out: (text) => process.stdout.write(text),
    say: (text) => process.stderr.write(text),
  };
}
