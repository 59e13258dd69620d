/** `briefwright check`: the report on stdout, by the reporter that is asked for. */
import { checkPlans } from '../../build/check-plans.ts';
import { loadProject } from '../../build/config/load-project.ts';
import { printConfig } from '../../build/config/print-config.ts';
import { versionOf } from '../../build/workshop.ts';
import { findingsFound, fine, toolFailed, wrongUsage } from '../exit-codes.ts';
import { configReport, reporterNamed, reportOf, reportText } from '../report.ts';

export interface CheckCommandOptions {
  readonly reporter: string;
  readonly strict?: boolean;
  readonly config?: string;
  readonly printConfig?: boolean;
}

/** Checks the plans at the paths, or all in `sources/`; the exit code. Raises `UsageError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
): Promise<number> {
  const reporter = reporterNamed(options.reporter);
  const version = versionOf(packageRoot);
  const project = await loadProject(process.cwd(), options.config);
  const wrong = configReport(project, version);
  if (wrong !== undefined) {
    process.stdout.write(reportText(reporter, wrong));
    return wrongUsage;
  }
  if (options.printConfig === true) {
    process.stdout.write(printConfig(project));
    return fine;
  }
  const report = reportOf(await checkPlans(project, paths), version);
  process.stdout.write(reportText(reporter, report));
  if (report.failures.length > 0) return toolFailed;
  const strict = options.strict === true || project.config.strict;
  const fails = report.findings.some(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning'),
  );
  return fails ? findingsFound : fine;
}
