/** What checking gave, as the reporters take it. */
import pc from 'picocolors';
import type { CheckedPlan } from '../build/check-plans.ts';
import type { Project } from '../build/config/load-project.ts';
import { rules } from '../check/rules/index.ts';
import { UsageError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import { reporterNames, reporters } from './reporters/index.ts';
import type { CheckReport, Reporter } from './reporters/reporter.ts';

/** The report of several plans, in their order. `version` is briefwright's own. */
export function reportOf(plans: readonly CheckedPlan[], version: string): CheckReport {
  const sources = plans.flatMap((plan) => plan.draft.sources);
  return {
    findings: plans.flatMap((plan) => plan.findings),
    failures: plans.flatMap((plan) => plan.failures),
    sources: new Map(sources.map((source) => [source.path, source])),
    rules,
    version,
  };
}

/** The report of what is wrong with the config, before anything is checked; undefined where nothing is. */
export function configReport(project: Project, version: string): CheckReport | undefined {
  const { findings, source } = project;
  if (findings.length === 0) return undefined;
  const sources = new Map(source === undefined ? [] : [[source.path, source]]);
  return { findings, failures: [], sources, rules, version };
}

/** The same report with what editions found in the finished files instead. */
export function withFindings(report: CheckReport, findings: readonly Finding[]): CheckReport {
  return { ...report, findings, failures: [] };
}

/** A report as text, in colour where stdout is a terminal that shows it (NO_COLOR is heeded). */
export function reportText(reporter: Reporter, report: CheckReport): string {
  const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
  return reporter(report, { colors });
}

/** The reporter of that name. Raises `UsageError` with the nearest right name. */
export function reporterNamed(name: string): Reporter {
  const found = reporterNames.find((one) => one === name);
  if (found !== undefined) return reporters[found];
  const meant = nearest(name, reporterNames);
  throw new UsageError(
    `There is no reporter "${name}".`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}The reporters are ${reporterNames.join(', ')}.`,
  );
}
