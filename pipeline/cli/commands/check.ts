/** `briefwright check`: reports what the rules find, and says by the exit code whether it passes. */
import { checkPlans } from '../../build/check-plans.ts';
import { loadProject, type Project } from '../../build/config/load-project.ts';
import { printConfig } from '../../build/config/print-config.ts';
import { fixPlans, writeChanges } from '../../build/fix-plans.ts';
import { versionOf } from '../../build/workshop.ts';
import { UsageError } from '../../model/errors.ts';
import { diffText } from '../diff-text.ts';
import { fine, wrongUsage } from '../exit-codes.ts';
import { colorsOf, wantedOutputs, writeReport } from '../outputs.ts';
import { configReport, reportOf } from '../report.ts';
import { counted } from '../reporters/reporter.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { verdictOf, wholeNumber } from '../verdict.ts';

export interface CheckCommandOptions {
  readonly reporter?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
}

/** Checks the plans at the paths, or all that the config names; the exit code. Raises `UsageError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
): Promise<number> {
  const outputs = wantedOutputs(options.reporter ?? [], terminal);
  if (options.fix !== true && (options.dryRun === true || options.unsafe === true)) {
    throw new UsageError(
      `${options.dryRun ? '--dry-run' : '--unsafe'} says how to mend, and nothing is to be mended.`,
      'Write briefwright check --fix --dry-run, or leave it out.',
    );
  }
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
  const plans = options.fix
    ? await fixAndTell(project, paths, options, terminal)
    : await checkPlans(project, paths);
  const report = reportOf(plans, version);
  if (options.dryRun !== true) await writeReport(outputs, report, terminal);
  const verdict = verdictOf(report, {
    strict: options.strict === true || project.config.strict,
    maxWarnings: maxWarnings ?? project.config.maxWarnings,
  });
  for (const reason of verdict.reasons) terminal.say(`${reason}\n`);
  return verdict.code;
}

/** Mends the plans, or shows how: what was done goes to stderr, the diff to stdout. The plans as they are then. */
async function fixAndTell(
  project: Project,
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
) {
  const { plans, changes, fixed } = await fixPlans(project, paths, {
    unsafe: options.unsafe === true,
  });
  const files = counted(changes.length, 'file');
  if (options.dryRun === true) {
    terminal.out(diffText(changes, colorsOf(terminal)));
    terminal.say(
      `${counted(fixed, 'finding')} would be mended in ${files}. Nothing was written.\n`,
    );
    return plans;
  }
  const left = await writeChanges(project.root, changes);
  for (const file of left) terminal.say(`${file} was changed meanwhile and stays as it is.\n`);
  terminal.say(`${counted(fixed, 'finding')} mended in ${files}.\n`);
  return plans;
}
