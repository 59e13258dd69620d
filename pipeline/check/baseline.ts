/** The findings that a project lives with for now: a list that only shrinks. */
import type { Finding } from '../model/finding.ts';

/** A finding by its fingerprint; the rest is for people who read the file. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

export interface Compared {
  /** What the baseline does not know. */
  readonly findings: readonly Finding[];
  /** How many it does know. */
  readonly known: number;
  /** What of it is still found, and what stands in files that were not looked at. */
  readonly kept: readonly KnownFinding[];
  /** What of it is found no more. */
  readonly mended: readonly KnownFinding[];
}

/** Takes known findings out. What is found no more is mended only where everything was looked at. */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: readonly KnownFinding[],
  looksAtAll: boolean,
): Compared {
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const fresh = findings.filter(({ fingerprint = '' }) => !known.has(fingerprint));
  const isMended = ({ fingerprint }: KnownFinding) => looksAtAll && !found.has(fingerprint);
  return {
    findings: fresh,
    known: findings.length - fresh.length,
    kept: baseline.filter((one) => !isMended(one)),
    mended: baseline.filter(isMended),
  };
}

/** A first baseline: every error and warning. What is only told needs none. */
export function baselineOf(findings: readonly Finding[]): readonly KnownFinding[] {
  return findings.flatMap(({ severity, fingerprint, rule, message, place: { path } }) =>
    severity === 'info' || fingerprint === undefined ? [] : [{ fingerprint, rule, path, message }],
  );
}
