/** `briefwright build`: check, then every edition into `dist/`. */
import path from 'node:path';
import { buildPlans, type PlanInDist } from '../../build/build-plans.ts';
import { noCache, openCache } from '../../build/cache/cache.ts';
import { codeInputs } from '../../build/cache/tool-inputs.ts';
import { loadProject } from '../../build/config/load-project.ts';
import { type SheetOptions, sheetOf } from '../../build/config/sheet-of.ts';
import { forgetOthers, planReports } from '../../build/plan-reports.ts';
import { type Progress, tellAll } from '../../build/progress.ts';
import { namedPlans } from '../../build/select-plans.ts';
import type { Built } from '../../build/sooner/held-plan.ts';
import { versionOf } from '../../build/version.ts';
import { withdrawOthers } from '../../build/withdraw.ts';
import { type Format, formats, usualFormats } from '../../model/edition.ts';
import { UsageError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import { nearest } from '../../model/nearest.ts';
import type { StratmlPart } from '../../model/stratml.ts';
import { collectSooner } from '../collect-sooner.ts';
import { findingsFound, fine, toolFailed, wrongUsage } from '../exit-codes.ts';
import { wantedJobs } from '../jobs.ts';
import { type Output, writeReport } from '../outputs.ts';
import { liveLine, stepLines } from '../progress.ts';
import { configReport, reportOf, withFindings } from '../report.ts';
import { type Terminal, thisTerminal } from '../terminal.ts';
import { countsOf, createClock, writeTimings } from '../timings.ts';

export interface BuildCommandOptions extends SheetOptions {
  readonly to?: string;
  readonly single?: boolean;
  readonly draft?: boolean;
  readonly part?: string;
  readonly config?: string;
  /** False for --no-cache. */
  readonly cache?: boolean;
  readonly jobs?: string;
  readonly explain?: boolean;
  /** Tells nothing but findings and what goes wrong. */
  readonly quiet?: boolean;
  /** The file for what each step took, as JSON. */
  readonly timings?: string;
}

/** Who has builds made again and again. */
export interface BuildHost {
  /** Opens the cache. */
  readonly open: typeof openCache;
  /** Told of a build that has published all it should. */
  readonly built: (built: Built) => void;
}

const onlyOnce: BuildHost = { open: openCache, built() {} };

const toScreen: readonly Output[] = [{ name: 'pretty', file: undefined }];

/** Builds the plans at the paths, or all in `sources/`; the exit code. Raises `UsageError`, `TemplateError`, `ToolError`. */
export async function buildCommand(
  paths: readonly string[],
  options: BuildCommandOptions,
  packageRoot: string,
  terminal: Terminal = thisTerminal(),
  { open, built }: BuildHost = onlyOnce,
): Promise<number> {
  collectSooner();
  const root = terminal.folder;
  const line = (text: string) => terminal.say(`${text}\n`);
  const wanted = withSingle(wantedFormats(options.to), options.single === true);
  const stratmlPart = wantedPart(options.part);
  const jobs = wantedJobs(options.jobs);
  const version = versionOf(packageRoot);
  const project = await loadProject(root, options.config);
  const wrong = configReport(project, version);
  if (wrong !== undefined) {
    await writeReport(toScreen, wrong, terminal);
    return wrongUsage;
  }
  const cache = options.cache === false ? noCache : open(root, line);
  const clock = createClock();
  const progress = tellAll([clock, ...followers(options, terminal)]);
  const looking = { cache, code: codeInputs(packageRoot), jobs, progress };
  const named = await namedPlans(root, paths.length > 0 ? paths : project.config.sources);
  const reports = await planReports(project, named, looking);
  if (paths.length === 0) forgetOthers(cache, reports);
  const report = reportOf(reports, version);
  await writeReport(toScreen, report, terminal);
  if (report.failures.length > 0) return toolFailed;
  if (report.findings.some(({ severity }) => severity === 'error') && !options.draft) {
    line('Nothing was published. Mend the errors, or build with --draft.');
    return findingsFound;
  }
  const draft = options.draft === true;
  const sheet = sheetOf(project.config.print, options);
  const wish = { ...looking, packageRoot, formats: wanted, draft, stratmlPart, sheet };
  if (paths.length === 0) {
    const slugs = named.map(({ place }) => place.slug);
    for (const slug of await withdrawOthers(path.join(root, 'dist'), slugs)) {
      line(`dist/${slug}/ is gone, as its plan is.`);
    }
  }
  const plans: PlanInDist[] = [];
  const found = await buildPlans(project, reports, wish, (plan) => {
    plans.push(plan);
    if (options.quiet !== true) line(told(plan, clock.secondsOf(plan.slug)));
  });
  const shown = options.to === undefined ? found.filter((one) => !isLoss(one)) : found;
  if (shown.length > 0) await writeReport(toScreen, withFindings(report, shown), terminal);
  const left = found.length - shown.length;
  if (left > 0) {
    line(`What StratML cannot say takes ${left} notes: build --to stratml shows them.`);
  }
  if (options.timings !== undefined) {
    const all = [...report.findings, ...found];
    await writeTimings(options.timings, clock.timings(plans, countsOf(all)), terminal);
  }
  if (found.some(({ severity }) => severity === 'error')) return findingsFound;
  built({ project, named, wish });
  return fine;
}

/** Who shows how far the build is. */
function followers(
  { quiet, explain }: BuildCommandOptions,
  terminal: Terminal,
): readonly Progress[] {
  const lines = stepLines(terminal, explain === true);
  if (quiet === true) return explain === true ? [lines] : [];
  if (!terminal.isLive) return [lines];
  return explain === true ? [lines, liveLine(terminal)] : [liveLine(terminal)];
}

/** What StratML has no place for: of interest to those who ask for StratML. */
function isLoss({ severity, rule }: Finding): boolean {
  return severity === 'info' && rule.startsWith('stratml-');
}

function told(
  { slug, made, files, written, bytes, words, pages }: PlanInDist,
  seconds: number,
): string {
  const facts = [
    written > 0 && written < files ? `${files} files, ${written} of them new` : `${files} files`,
    `${(bytes / 1e6).toFixed(1)} MB`,
    `${words} words`,
    ...(pages === undefined ? [] : [`${pages} pages`]),
    made.length === 0 ? 'as it was' : `in ${seconds.toFixed(1)} s`,
  ];
  return `dist/${slug}/: ${facts.join(', ')}`;
}

function wantedFormats(list: string | undefined): readonly Format[] {
  if (list === undefined) return usualFormats;
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

/** With --single, a page that can be mailed goes where the site would. */
function withSingle(wanted: readonly Format[], single: boolean): readonly Format[] {
  if (!single) return wanted;
  return formats.filter((one) => one === 'single' || (one !== 'html' && wanted.includes(one)));
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
