/** One line a finding, for terminals, editors and grep: `path:line:col severity message rule`. */
import { type CheckReport, failureText } from './reporter.ts';
import { visible } from './visible.ts';

export function concise({ findings, failures }: CheckReport): string {
  const lines = [
    ...findings.map(
      ({ place: { path, start }, severity, message, rule }) =>
        `${visible(path)}:${start.line}:${start.column} ${severity} ${visible(message)} ${rule}`,
    ),
    ...failures.map(
      (failure) =>
        `${visible(failure.path)}:1:1 failure ${visible(failureText(failure))} ${failure.rule}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
