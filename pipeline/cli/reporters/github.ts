/** GitHub's workflow commands, which show findings beside the changed lines, and a table for the run's page. */
import type { Finding } from '../../model/finding.ts';
import { type CheckReport, countBySeverity, counted, failureText } from './reporter.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function github({ findings, failures }: CheckReport): string {
  const lines = [
    ...findings.map(annotation),
    ...failures.map(
      (failure) =>
        `::error file=${property(failure.path)},title=${property(failure.rule)}::${data(failureText(failure))}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation({ severity, rule, message, help, place }: Finding): string {
  const { path, start, end } = place;
  const where = [
    `file=${property(path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // GitHub takes columns only where both ends stand in one line.
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${property(rule)}`,
  ].join(',');
  return `::${commands[severity]} ${where}::${data(`${message}\n${help}`)}`;
}

/** The Markdown that a run's page shows (GITHUB_STEP_SUMMARY). */
export function githubSummary({ findings, failures, sources }: CheckReport): string {
  const counts = countBySeverity(findings);
  const told = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    counted(counts.info, 'note'),
    ...(failures.length === 0 ? [] : [counted(failures.length, 'failed rule')]),
  ].join(', ');
  const rows = findings.map(
    ({ severity, rule, message, place: { path, start } }) =>
      `| ${severity} | ${cell(`${path}:${start.line}`)} | ${cell(message)} | ${rule} |`,
  );
  const table = ['| | Where | What | Rule |', '| --- | --- | --- | --- |', ...rows];
  return [
    '## briefwright check',
    `${told} in ${counted(sources.size, 'file')}.`,
    ...(rows.length === 0 ? [] : [table.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A text after `::`, as the runner reads it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A value between the commas. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A text that a Markdown table shows as it is. */
function cell(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|!&~]/gu, '\\$&');
}
