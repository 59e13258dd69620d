/** What a reporter is: a pure function from what was found to a text. */
import type pc from 'picocolors';
import type { RuleFailure } from '../../check/guarded.ts';
import type { Rule } from '../../check/rule.ts';
import type { SourceText } from '../../model/draft.ts';
import type { Finding, Severity } from '../../model/finding.ts';

/** What the checked plans gave, in the order in which it is told. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  /** Rules that went wrong themselves. */
  readonly failures: readonly RuleFailure[];
  /** The texts that findings point into, by path. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** briefwright's own version. */
  readonly version: string;
}

/** picocolors' functions: those of `createColors(false)` where no colour is wanted. */
export type Colors = ReturnType<typeof pc.createColors>;

export interface ReporterOptions {
  readonly colors: Colors;
  /** Every rule, with what it found or without; for a reporter that lists them. */
  readonly rules: readonly Rule[];
}

/** Every text ends with a line break, unless it is empty. */
export type Reporter = (report: CheckReport, options: ReporterOptions) => string;

/** How many findings of each severity there are. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** `1 error`, `2 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What went wrong in a rule, in one line. */
export function failureText({ rule, path, error }: RuleFailure): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The rule "${rule}" failed on ${path}: ${reason}`;
}
