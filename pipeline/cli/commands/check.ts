/** `briefwright check`: reports what the rules find, and says by the exit code whether it passes. */

import { noCache, openCache } from '../../build/cache/cache.ts';
import { codeInputs } from '../../build/cache/tool-inputs.ts';
import { changedFiles } from '../../build/changed-files.ts';
import { loadProject, type Project } from '../../build/config/load-project.ts';
import { printConfig } from '../../build/config/print-config.ts';
import {
  onlyFiles as onlyReports,
  type PlanSummary,
  planReports,
  summaryOf,
} from '../../build/plan-reports.ts';
import { noProgress } from '../../build/progress.ts';
import { namedPlans, onlyFiles, type SelectedPlan, selectPlans } from '../../build/select-plans.ts';
import { versionOf } from '../../build/version.ts';
import { UsageError } from '../../model/errors.ts';
import { coverageGaps, coverageText, wantedShares } from '../coverage-text.ts';
import { diffText } from '../diff-text.ts';
import { fine, wrongUsage } from '../exit-codes.ts';
import { wantedJobs } from '../jobs.ts';
import { withoutKnown } from '../known-findings.ts';
import { colorsOf, sharesStdout, wantedOutputs, writeReport } from '../outputs.ts';
import { liveLine } from '../progress.ts';
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
  readonly changed?: boolean;
  readonly since?: string;
  readonly updateBaseline?: boolean;
  readonly coverage?: boolean;
  readonly minCoverage?: readonly string[];
  readonly jobs?: string;
  /** False for --no-cache. */
  readonly cache?: boolean;
}

/** Checks the plans at the paths, or all that the config names; the exit code. Raises `UsageError`, `ToolError`. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
): Promise<number> {
  const outputs = wantedOutputs(options.reporter ?? [], terminal);
  requireSense(options, paths);
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
  const shares = {
    ...project.config.minCoverage,
    ...wantedShares(options.minCoverage ?? [], project.model),
  };
  const plans = options.fix
    ? await fixAndTell(project, await plansToFix(project, paths, options), options, terminal)
    : await wantedReports(project, paths, options, packageRoot, terminal);
  const whole = reportOf(plans, version);
  const looksAtAll = paths.length === 0 && options.changed !== true;
  const report = await withoutKnown(whole, project, { ...options, looksAtAll }, terminal);
  if (options.dryRun !== true) await writeReport(outputs, report, terminal);
  const coverages = plans.map((plan) => plan.coverage);
  if (options.coverage === true) {
    const text = coverages.map(coverageText).join('\n');
    // A document on stdout must stay one.
    (sharesStdout(outputs) ? terminal.out : terminal.say)(text);
  }
  const verdict = verdictOf(report, {
    strict: options.strict === true || project.config.strict,
    maxWarnings: maxWarnings ?? project.config.maxWarnings,
    gaps: coverages.flatMap((one) => coverageGaps(one, shares)),
  });
  for (const reason of verdict.reasons) terminal.say(`${reason}\n`);
  return verdict.code;
}

function requireSense(options: CheckCommandOptions, paths: readonly string[]): void {
  const { fix, dryRun, unsafe, since, changed, updateBaseline } = options;
  if (updateBaseline === true && (changed === true || paths.length > 0)) {
    throw new UsageError(
      'A baseline is that of the whole project.',
      'Write briefwright check --update-baseline, without paths and --changed.',
    );
  }
  if (fix !== true && (dryRun === true || unsafe === true)) {
    throw new UsageError(
      `${dryRun ? '--dry-run' : '--unsafe'} says how to mend, and nothing is to be mended.`,
      'Write briefwright check --fix --dry-run, or leave it out.',
    );
  }
  if (since !== undefined && changed !== true) {
    throw new UsageError(
      '--since says what --changed compares with, and is alone.',
      `Write briefwright check --changed --since ${since}.`,
    );
  }
}

/** What the plans at the paths say; with --changed, of the files that git says have changed. */
async function wantedReports(
  project: Project,
  paths: readonly string[],
  options: CheckCommandOptions,
  packageRoot: string,
  terminal: Terminal,
): Promise<readonly PlanSummary[]> {
  const say = (line: string) => terminal.say(`${line}\n`);
  const cache = options.cache === false ? noCache : openCache(project.root, say);
  const named = await namedPlans(project.root, paths.length > 0 ? paths : project.config.sources);
  const reports = await planReports(project, named, {
    cache,
    code: codeInputs(packageRoot),
    jobs: wantedJobs(options.jobs),
    progress: terminal.isLive ? liveLine(terminal) : noProgress,
  });
  const files = await filesChanged(project, options);
  return files === undefined ? reports : onlyReports(reports, files);
}

async function plansToFix(
  project: Project,
  paths: readonly string[],
  options: CheckCommandOptions,
): Promise<readonly SelectedPlan[]> {
  const named = paths.length > 0 ? paths : project.config.sources;
  const selected = await selectPlans(project.root, named);
  const files = await filesChanged(project, options);
  return files === undefined ? selected : onlyFiles(selected, files);
}

/** With --changed, what git says has changed; undefined for everything, which a new config concerns too. */
async function filesChanged(
  { root, source }: Project,
  { changed, since }: CheckCommandOptions,
): Promise<ReadonlySet<string> | undefined> {
  if (changed !== true) return undefined;
  const files = await changedFiles(root, since);
  return source !== undefined && files.has(source.path) ? undefined : files;
}

/** Mends the plans, or shows how: what was done goes to stderr, the diff to stdout. The plans as they are then. */
async function fixAndTell(
  project: Project,
  selected: readonly SelectedPlan[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<readonly PlanSummary[]> {
  const { fixPlans, writeChanges } = await import('../../build/fix-plans.ts');
  const { plans, changes, fixed } = fixPlans(project, selected, {
    unsafe: options.unsafe === true,
  });
  const files = counted(changes.length, 'file');
  if (options.dryRun === true) {
    terminal.out(diffText(changes, colorsOf(terminal)));
    terminal.say(
      `${counted(fixed, 'finding')} would be mended in ${files}. Nothing was written.\n`,
    );
    return plans.map(summaryOf);
  }
  const left = await writeChanges(project.root, changes);
  for (const file of left) terminal.say(`${file} was changed meanwhile and stays as it is.\n`);
  terminal.say(`${counted(fixed, 'finding')} mended in ${files}.\n`);
  return plans.map(summaryOf);
}
