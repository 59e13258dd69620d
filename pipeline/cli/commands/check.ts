/** `briefwright check`: the report on stdout, by the reporter that is asked for. */
import { checkPlans } from '../../build/check-plans.ts';
import { versionOf } from '../../build/workshop.ts';
import { findingsFound, fine, toolFailed } from '../exit-codes.ts';
import { reporterNamed, reportOf, reportText } from '../report.ts';

export interface CheckCommandOptions {
  readonly reporter: string;
  readonly strict?: boolean;
}

/** Checks the plans at the paths, or all in `sources/`; the exit code. Raises `UsageError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
): Promise<number> {
  const reporter = reporterNamed(options.reporter);
  const plans = await checkPlans(process.cwd(), paths.length > 0 ? paths : ['sources']);
  const report = reportOf(plans, versionOf(packageRoot));
  process.stdout.write(reportText(reporter, report));
  if (report.failures.length > 0) return toolFailed;
  const fails = report.findings.some(
    ({ severity }) => severity === 'error' || (options.strict && severity === 'warning'),
  );
  return fails ? findingsFound : fine;
}
