/** Runs what a rule does, and notes where the rule itself goes wrong. */

/** A rule that itself went wrong: a mistake of ours (or of a project's own rule), never of the author. */
export interface RuleFailure {
  readonly rule: string;
  /** The file it was looking at, where it was looking at one. */
  readonly path: string;
  readonly error: unknown;
}

/** Never throws: what the rule throws becomes one of the failures. */
export function guarded(
  { rule, path }: Omit<RuleFailure, 'error'>,
  failures: RuleFailure[],
  check: () => void,
): void {
  try {
    check();
  } catch (error) {
    failures.push({ rule, path, error });
  }
}
