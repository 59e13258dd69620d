/** What verifying a finished file found, and how far it looked. */
import type { Finding } from '../model/finding.ts';

/** A checker that ran to its end. */
export interface Checked {
  readonly name: string;
  readonly version: string;
  /** What it looks at, as a sentence. */
  readonly what: string;
  /** How the rules of its findings begin: `epubcheck/`. */
  readonly rules: string;
}

/** A checker that did not: never to be read as "passed". */
export interface NotChecked {
  readonly name: string;
  readonly why: string;
  /** The command to type, or what to do. */
  readonly help: string;
}

export interface Verdict {
  readonly checked: readonly Checked[];
  readonly notChecked: readonly NotChecked[];
  readonly findings: readonly Finding[];
}

/** Several verdicts on one file, as one. */
export function joinVerdicts(verdicts: readonly Verdict[]): Verdict {
  return {
    checked: verdicts.flatMap((one) => one.checked),
    notChecked: verdicts.flatMap((one) => one.notChecked),
    findings: verdicts.flatMap((one) => one.findings),
  };
}

/**
 * The verdict that a checker gave before on the same files under the same paths, or the one that it gives now.
 */
export type Remember = (
  checker: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  check: () => Verdict | Promise<Verdict>,
) => Promise<Verdict>;

/** Looks anew each time. */
export const lookAnew: Remember = async (_checker, _files, check) => check();

/** How other programs are run: by name and arguments, never through a shell. Never rejects. */
export type Run = (
  command: string,
  args: readonly string[],
  options: { readonly timeoutSeconds: number; readonly env?: Readonly<Record<string, string>> },
) => Promise<{
  readonly outcome: 'exited' | 'missing' | 'timed-out' | 'killed';
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}>;
