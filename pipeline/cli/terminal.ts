/** Where a command runs and speaks, as a value, so that tests can name another one. */
export interface Terminal {
  /** The project's folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a screen that somebody looks at. */
  readonly isScreen: boolean;
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
    out: (text) => process.stdout.write(text),
    say: (text) => process.stderr.write(text),
  };
}
