/** What checking gave, as the reporters take it. */

import type { Project } from '../build/config/load-project.ts';
import type { PlanSummary } from '../build/plan-reports.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckReport } from './reporters/reporter.ts';

/** The report of several plans, in their order. `version` is briefwright's own. */
export function reportOf(plans: readonly PlanSummary[], version: string): CheckReport {
  const sources = plans.flatMap((plan) => plan.sources);
  return {
    findings: plans.flatMap((plan) => plan.findings),
    failures: plans.flatMap((plan) => plan.failures),
    sources: new Map(sources.map((source) => [source.path, source])),
    version,
  };
}

/** The report of what is wrong with the config, before anything is checked; undefined where nothing is. */
export function configReport(project: Project, version: string): CheckReport | undefined {
  const { findings, source } = project;
  if (findings.length === 0) return undefined;
  const sources = new Map(source === undefined ? [] : [[source.path, source]]);
  return { findings, failures: [], sources, version };
}

/** The same report with what editions found in the finished files instead. */
export function withFindings(report: CheckReport, findings: readonly Finding[]): CheckReport {
  return { ...report, findings, failures: [] };
}
