/** Whether a report passes, and if not for its errors, why not. */
import { UsageError } from '../model/errors.ts';
import { findingsFound, fine, toolFailed } from './exit-codes.ts';
import { type CheckReport, countBySeverity, counted } from './reporters/reporter.ts';

export interface Gate {
  readonly strict: boolean;
  /** How many warnings are borne; undefined for any number. */
  readonly maxWarnings: number | undefined;
  /** What is missing in the coverage, a sentence each. */
  readonly gaps?: readonly string[];
}

export interface Verdict {
  readonly code: number;
  /** What the findings themselves do not show, a sentence each. */
  readonly reasons: readonly string[];
}

/** A rule that failed comes first: then nobody knows what it would have found. */
export function verdictOf(report: CheckReport, { strict, maxWarnings, gaps = [] }: Gate): Verdict {
  const { error, warning } = countBySeverity(report.findings);
  const reasons = [...gaps];
  if (strict && error === 0 && warning > 0)
    reasons.push('Warnings fail too, since this is strict.');
  if (maxWarnings !== undefined && warning > maxWarnings) {
    reasons.push(
      `There ${warning === 1 ? 'is' : 'are'} ${counted(warning, 'warning')}, where at most ${maxWarnings} ${maxWarnings === 1 ? 'is' : 'are'} borne.`,
    );
  }
  if (report.failures.length > 0) return { code: toolFailed, reasons };
  return { code: error > 0 || reasons.length > 0 ? findingsFound : fine, reasons };
}

/** The whole number after an option. Raises `UsageError` where it is none. */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  throw new UsageError(
    `${option} takes a whole number, not "${text}".`,
    `Write ${option} 0, or another number.`,
  );
}
