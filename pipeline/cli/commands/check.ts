/** `briefwright check`: findings on stdout, a summary on stderr. */
import { checkPlans } from '../../build/check-plans.ts';
import { UsageError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import { findingsFound, fine, toolFailed } from '../exit-codes.ts';
import { concise, pretty } from '../findings-text.ts';

export interface CheckCommandOptions {
  readonly reporter: string;
  readonly strict?: boolean;
}

/** Checks the plans at the paths, or all in `sources/`; the exit code. Raises `UsageError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
): Promise<number> {
  const report = { pretty, concise }[options.reporter];
  if (report === undefined) {
    throw new UsageError(`There is no reporter "${options.reporter}".`, 'Use pretty or concise.');
  }
  const plans = await checkPlans(process.cwd(), paths.length > 0 ? paths : ['sources']);
  const findings = plans.flatMap((plan) => plan.findings);
  const sources = plans.flatMap((plan) => plan.draft.sources);
  process.stdout.write(report(findings, sources));
  process.stderr.write(`${summary(findings, plans.length)}\n`);
  const failures = plans.flatMap((plan) => plan.failures);
  for (const { rule, path, error } of failures) {
    process.stderr.write(`error: the rule ${rule} failed on ${path}: ${String(error)}\n`);
  }
  if (failures.length > 0) return toolFailed;
  const fails = findings.some(
    ({ severity }) => severity === 'error' || (options.strict && severity === 'warning'),
  );
  return fails ? findingsFound : fine;
}

/** `2 plans: 1 error, 0 warnings` */
export function summary(findings: readonly Finding[], plans: number): string {
  const count = (severity: Finding['severity'], word: string) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  return `${plans} plan${plans === 1 ? '' : 's'} checked: ${count('error', 'error')}, ${count('warning', 'warning')}, ${count('info', 'note')}`;
}
