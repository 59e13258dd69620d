/** `briefwright check`: reports what the rules find, and says by the exit code whether it passes. */
import { checkPlans } from '../../build/check-plans.ts';
import { loadProject } from '../../build/config/load-project.ts';
import { printConfig } from '../../build/config/print-config.ts';
import { versionOf } from '../../build/workshop.ts';
import { fine, wrongUsage } from '../exit-codes.ts';
import { wantedOutputs, writeReport } from '../outputs.ts';
import { configReport, reportOf } from '../report.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { verdictOf, wholeNumber } from '../verdict.ts';

export interface CheckCommandOptions {
  readonly reporter?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly config?: string;
  readonly printConfig?: boolean;
}

/** Checks the plans at the paths, or all that the config names; the exit code. Raises `UsageError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
): Promise<number> {
  const outputs = wantedOutputs(options.reporter ?? [], terminal);
  const maxWarnings = wholeNumber('--max-warnings', options.maxWarnings);
  const version = versionOf(packageRoot);
  const project = await loadProject(terminal.folder, options.config);
  const wrong = configReport(project, version);
  if (wrong !== undefined) {
    await writeReport(outputs, wrong, terminal);
    return wrongUsage;
  }
  if (options.printConfig === true) {
    terminal.out(printConfig(project));
    return fine;
  }
  const report = reportOf(await checkPlans(project, paths), version);
  await writeReport(outputs, report, terminal);
  const verdict = verdictOf(report, {
    strict: options.strict === true || project.config.strict,
    maxWarnings: maxWarnings ?? project.config.maxWarnings,
  });
  for (const reason of verdict.reasons) terminal.say(`${reason}\n`);
  return verdict.code;
}
