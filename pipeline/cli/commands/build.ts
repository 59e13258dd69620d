/** `briefwright build`: check, then every edition into `dist/`. */
import { type BuiltPlan, buildPlan, folderOf } from '../../build/build-plan.ts';
import { checkPlans } from '../../build/check-plans.ts';
import { loadProject } from '../../build/config/load-project.ts';
import { type SheetOptions, sheetOf } from '../../build/config/sheet-of.ts';
import { publishLibrary } from '../../build/library.ts';
import { versionOf } from '../../build/version.ts';
import { withWorkshop } from '../../build/workshop.ts';
import { type Format, formats } from '../../model/edition.ts';
import { UsageError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { StratmlPart } from '../../model/stratml.ts';
import { findingsFound, fine, toolFailed, wrongUsage } from '../exit-codes.ts';
import { type Output, writeReport } from '../outputs.ts';
import { configReport, reportOf, withFindings } from '../report.ts';
import { thisTerminal } from '../terminal.ts';

export interface BuildCommandOptions extends SheetOptions {
  readonly to?: string;
  readonly draft?: boolean;
  readonly part?: string;
  readonly config?: string;
}

const toScreen: readonly Output[] = [{ name: 'pretty', file: undefined }];

/** Builds the plans at the paths, or all in `sources/`; the exit code. Raises `UsageError`, `TemplateError`, `ToolError`. */
export async function buildCommand(
  paths: readonly string[],
  options: BuildCommandOptions,
  packageRoot: string,
): Promise<number> {
  const terminal = thisTerminal();
  const root = terminal.folder;
  const wanted = wantedFormats(options.to);
  const stratmlPart = wantedPart(options.part);
  const version = versionOf(packageRoot);
  const project = await loadProject(root, options.config);
  const wrong = configReport(project, version);
  if (wrong !== undefined) {
    await writeReport(toScreen, wrong, terminal);
    return wrongUsage;
  }
  const plans = await checkPlans(project, paths);
  const report = reportOf(plans, version);
  await writeReport(toScreen, report, terminal);
  if (report.failures.length > 0) return toolFailed;
  if (report.findings.some(({ severity }) => severity === 'error') && !options.draft) {
    process.stderr.write('Nothing was published. Mend the errors, or build with --draft.\n');
    return findingsFound;
  }
  const claims = project.config.accessibility;
  const sheet = sheetOf(project.config.print, options);
  const place = { root, packageRoot, formats: wanted, claims, stratmlPart, sheet };
  return withWorkshop(place, async (workshop) => {
    const built: BuiltPlan[] = [];
    for (const checked of plans) {
      const made = await buildPlan(checked, options.draft === true, workshop);
      if (made) built.push(made);
      if (made) process.stderr.write(`${told(made, folderOf(made.plan, workshop))}\n`);
    }
    await publishLibrary(workshop);
    const found = built.flatMap((one) => one.findings);
    if (found.length > 0) await writeReport(toScreen, withFindings(report, found), terminal);
    return found.some(({ severity }) => severity === 'error') ? findingsFound : fine;
  });
}

function told({ plan, artifacts }: BuiltPlan, folder: string): string {
  const size = artifacts.reduce((sum, one) => sum + one.bytes.byteLength, 0);
  return `${folder}/: ${artifacts.length} files, ${(size / 1e6).toFixed(1)} MB, ${plan.words} words`;
}

function wantedFormats(list: string | undefined): readonly Format[] {
  if (list === undefined) return formats;
  return list.split(',').map((word) => {
    const format = formats.find((one) => one === word.trim());
    if (format) return format;
    const meant = nearest(word.trim(), formats);
    throw new UsageError(
      `There is no edition "${word.trim()}".`,
      `${meant ? `Did you mean ${meant}? ` : ''}The editions are ${formats.join(', ')}.`,
    );
  });
}

function wantedPart(part: string | undefined): StratmlPart | undefined {
  switch (part) {
    case undefined:
      return undefined;
    case '1':
      return 1;
    case '2':
      return 2;
    default:
      throw new UsageError(`StratML has no part "${part}".`, 'Write --part 1 or --part 2.');
  }
}
