/** The doctor's report as text for a terminal. */
import { type Check, type DoctorReport, isWell } from '../build/doctor.ts';

const words: Readonly<Record<Check['state'], string>> = {
  ok: 'ok',
  missing: 'missing',
  broken: 'broken',
  optional: 'optional',
};

/** A line for each check, and beneath it the line to type where something is to be mended. Ends with a line break. */
export function doctorText(report: DoctorReport): string {
  const columns = {
    state: width(Object.values(words)),
    name: width(report.checks.map((c) => c.name)),
  };
  const lines = report.checks.flatMap((check) => {
    const start = `${words[check.state].padEnd(columns.state)}  ${check.name.padEnd(columns.name)}`;
    const line = `${start}  ${check.found}`;
    return check.help === undefined
      ? [line]
      : [line, `${' '.repeat(start.length)}  → ${check.help}`];
  });
  return [
    `briefwright ${report.version} on ${report.system}`,
    '',
    ...lines,
    '',
    isWell(report)
      ? 'A build has what it needs.'
      : 'A build would fail: mend what is missing or broken.',
    '',
  ].join('\n');
}

function width(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}
