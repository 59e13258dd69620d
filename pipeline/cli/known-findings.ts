/** Takes the findings of the baseline out of a report, and keeps the baseline small. */
import { readBaseline, writeBaseline } from '../build/baseline-file.ts';
import type { Project } from '../build/config/load-project.ts';
import { baselineOf, compareWithBaseline } from '../check/baseline.ts';
import { type CheckReport, counted } from './reporters/reporter.ts';
import type { Terminal } from './terminal.ts';

export interface BaselineOptions {
  readonly updateBaseline?: boolean;
  /** Whether everything was checked, so that what is in no file any more is gone. */
  readonly looksAtAll: boolean;
}

/** The report without what the baseline knows; writes the baseline where that is asked for. Raises `UsageError`. */
export async function withoutKnown(
  report: CheckReport,
  { root, config: { baseline: file } }: Project,
  { updateBaseline, looksAtAll }: BaselineOptions,
  terminal: Terminal,
): Promise<CheckReport> {
  const baseline = await readBaseline(root, file);
  if (baseline === undefined) {
    if (updateBaseline !== true) return report;
    const known = baselineOf(report.findings);
    await writeBaseline(root, file, known);
    terminal.say(`${file} holds ${counted(known.length, 'finding')} to live with for now.\n`);
    return { ...report, findings: report.findings.filter(({ severity }) => severity === 'info') };
  }
  const { findings, known, kept, mended } = compareWithBaseline(
    report.findings,
    baseline,
    looksAtAll,
  );
  if (known > 0) terminal.say(`${counted(known, 'finding')} of ${file} left out.\n`);
  if (mended.length > 0) {
    const are = `${counted(mended.length, 'finding')} of ${file} ${mended.length === 1 ? 'is' : 'are'}`;
    if (updateBaseline === true) await writeBaseline(root, file, kept);
    terminal.say(
      updateBaseline === true
        ? `${are} mended and taken out of it.\n`
        : `${are} mended: briefwright check --update-baseline takes them out.\n`,
    );
  }
  return { ...report, findings };
}
