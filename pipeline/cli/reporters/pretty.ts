/** Findings for people: the words, the place in its text, what else explains it, and what to do. */
import type { Finding, Severity } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { codeFrame } from './code-frame.ts';
import {
  type CheckReport,
  type Colors,
  countBySeverity,
  counted,
  failureText,
  type ReporterOptions,
} from './reporter.ts';
import { visible } from './visible.ts';

export function pretty(report: CheckReport, { colors }: ReporterOptions): string {
  const blocks = [
    ...report.findings.map((finding) => block(finding, report, colors)),
    ...report.failures.map((failure) =>
      [
        colors.bold(`${colors.red('failure')}: ${visible(failureText(failure))}`),
        indented(
          colors,
          'help',
          'This is a mistake in the rule, not in your text. Please report it with the file.',
        ),
      ].join('\n'),
    ),
    summary(report, colors),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What is only told, such as a waiver, needs no picture of its place. */
function block(finding: Finding, { sources }: CheckReport, colors: Colors): string {
  const { severity, rule, message, place, help, related, fix } = finding;
  const title = `${paint(severity, colors)(`${severity}[${rule}]`)}: ${visible(message)}`;
  const where = `  ${colors.blue('-->')} ${spot(place)}`;
  if (severity === 'info') return [colors.bold(title), where].join('\n');
  const source = sources.get(place.path);
  return [
    colors.bold(title),
    where,
    ...(source === undefined ? [] : codeFrame(source, place, colors).map((row) => `  ${row}`)),
    ...related.map((one) => indented(colors, 'see', `${spot(one.place)} ${visible(one.message)}`)),
    indented(colors, 'help', visible(help)),
    ...(fix === undefined ? [] : [indented(colors, 'fix', fixText(fix.title, fix.safe))]),
    // What a validator of finished files finds, `pdf-ua/7.1-3`, has no page of ours.
    ...(rule.includes('/') ? [] : [indented(colors, 'docs', `briefwright explain ${rule}`)]),
  ].join('\n');
}

function fixText(title: string, safe: boolean): string {
  return `${visible(title)}${safe ? '' : ' (to be completed by you)'}`;
}

function indented(colors: Colors, word: string, text: string): string {
  return `  ${colors.blue('=')} ${colors.bold(word)}: ${text}`;
}

function spot({ path, start }: Place): string {
  return `${visible(path)}:${start.line}:${start.column}`;
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}

function summary({ findings, sources }: CheckReport, colors: Colors): string {
  const counts = countBySeverity(findings);
  const fixable = findings.filter((finding) => finding.fix?.safe).length;
  const told = [
    counts.error > 0 ? colors.red(counted(counts.error, 'error')) : '',
    counts.warning > 0 ? colors.yellow(counted(counts.warning, 'warning')) : '',
    counts.info > 0 ? colors.cyan(counted(counts.info, 'note')) : '',
  ].filter(Boolean);
  const files = `in ${counted(sources.size, 'file')}`;
  const first =
    told.length === 0 ? `${colors.green('No findings')} ${files}.` : `${told.join(', ')} ${files}.`;
  return fixable === 0
    ? first
    : `${first} ${counted(fixable, 'finding')} can be mended by briefwright check --fix.`;
}
