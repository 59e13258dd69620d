/** Findings for programs. `docs/schemas/check-report-1.json` describes the form; a new form gets a new version. */
import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { type CheckReport, countBySeverity, failureText } from './reporter.ts';

export function json(report: CheckReport): string {
  const { error, warning, info } = countBySeverity(report.findings);
  const value = {
    version: 1,
    tool: { name: 'briefwright', version: report.version },
    summary: {
      files: report.sources.size,
      errors: error,
      warnings: warning,
      infos: info,
      failures: report.failures.length,
    },
    findings: report.findings.map(findingValue),
    failures: report.failures.map((failure) => ({
      rule: failure.rule,
      path: failure.path,
      message: failureText(failure),
    })),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function findingValue(finding: Finding) {
  const { rule, severity, message, place, help, related, fix, fingerprint } = finding;
  return {
    rule,
    severity,
    message,
    ...placeValue(place),
    help,
    related: related.map((one) => ({ message: one.message, ...placeValue(one.place) })),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            safe: fix.safe,
            edits: fix.edits.map((edit) => ({ ...placeValue(edit.place), text: edit.text })),
          },
        }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

function placeValue({ path, start, end }: Place) {
  const point = ({ line, column, offset }: Place['start']) => ({ line, column, offset });
  return { path, start: point(start), end: point(end) };
}
