/** Builds what is not up to date of checked plans. Where everything is, nothing is loaded and no browser started. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  formats as allFormats,
  type Format,
  type PageMap,
  type Printer,
} from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import { hashOf } from '../model/hash.ts';
import type { Sheet } from '../model/sheet.ts';
import type { StratmlPart } from '../model/stratml.ts';
import type { BuiltPlan, RunStep, Workshop } from './build-plan.ts';
import {
  type EditionSteps,
  editionSteps,
  keepPages,
  pagesHash,
  type StepSettings,
} from './cache/edition-steps.ts';
import { keptPieces } from './cache/kept-pieces.ts';
import { knownValues } from './cache/known-values.ts';
import { libraryStep } from './cache/library-step.ts';
import type { PlanRecord } from './cache/record.ts';
import type { Stamp } from './cache/stamps.ts';
import { stampsNow } from './cache/step.ts';
import { browserInputs, resourceInputs } from './cache/tool-inputs.ts';
import type { Project } from './config/load-project.ts';
import { thisMachine } from './machine.ts';
import { isSteady, type Looking, type PlanReport } from './plan-reports.ts';
import { inStep, noProgress, type Progress, type StepName, tellAll } from './progress.ts';
import { recover } from './staging.ts';

/** What is wanted of a build. */
export interface BuildWish extends Looking {
  readonly packageRoot: string;
  readonly formats: readonly Format[];
  readonly draft: boolean;
  readonly stratmlPart: StratmlPart | undefined;
  readonly sheet: Sheet;
}

/** A plan whose editions are in `dist/`, or were refused for what they found. */
export interface PlanInDist {
  readonly slug: string;
  /** The editions that were made this time. */
  readonly made: readonly Format[];
  readonly words: number;
  /** Pages of the print; undefined where it is not among the wanted editions. */
  readonly pages: number | undefined;
  /** Files of the wanted editions, and their size in bytes. */
  readonly files: number;
  /** How many of them were not there before. */
  readonly written: number;
  readonly bytes: number;
  /** What the editions themselves found, also where they were made before. */
  readonly findings: readonly Finding[];
}

/**
 * Brings the wanted editions of the plans up to date, and the page above them. `done` is told of each plan.
 * Raises `TemplateError` and `ToolError`.
 */
export async function buildPlans(
  project: Project,
  reports: readonly PlanReport[],
  wish: BuildWish,
  done: (plan: PlanInDist) => void,
): Promise<readonly Finding[]> {
  const settings = await settingsOf(project, wish);
  // What a killed build left is mended also where nothing is to be made.
  await recover(settings.dist, '');
  const work = reports.map((report) => planWork(report, settings));
  const library = libraryStep(settings);
  const found: Finding[] = [];
  const finish = (plan: PlanInDist) => {
    found.push(...plan.findings);
    done(plan);
  };
  if (work.every(({ stale }) => stale.length === 0) && library.reason() === undefined) {
    for (const one of work) finish(leaveAsIs(one, settings));
    return found;
  }
  const { withWorkshop } = await import('./workshop.ts');
  await withWorkshop(placeOf(project, wish), async (workshop) => {
    for (const one of work) {
      finish(
        one.stale.length === 0
          ? leaveAsIs(one, settings)
          : await build(project, one, wish, settings, workshop),
      );
    }
    const reason = library.reason();
    if (reason === undefined) return;
    const { publishLibrary } = await import('./library.ts');
    const step = { plan: undefined, name: 'library', reason } as const;
    const told = library.isNeeded() ? wish.progress : noProgress;
    library.keep(await inStep(told, step, () => publishLibrary(workshop)));
  });
  return found;
}

/** What the workshop of a build is opened with. */
export function placeOf({ root, config }: Project, wish: BuildWish) {
  const { packageRoot, formats, stratmlPart, sheet } = wish;
  const { accessibility: claims, theme } = config;
  return { root, packageRoot, formats, claims, stratmlPart, sheet, theme };
}

/** What the steps of a build have in common. Raises `ToolError`. */
export async function settingsOf(project: Project, wish: BuildWish): Promise<StepSettings> {
  const { packageRoot, formats, draft, stratmlPart: part, sheet, code, cache } = wish;
  const machine = thisMachine();
  return {
    ...{ code, cache, formats, draft, part, sheet },
    templates: resourceInputs('templates', packageRoot, project.root),
    styles: `${resourceInputs('styles', packageRoot, project.root)} ${project.config.theme ?? ''}`,
    browser: formats.includes('pdf') ? await browserInputs(machine, packageRoot) : '',
    epoch: machine.env['SOURCE_DATE_EPOCH'],
    dist: path.join(project.root, 'dist'),
  };
}

interface PlanWork {
  readonly report: PlanReport;
  readonly steps: EditionSteps;
  /** The editions that have to be made; others may follow from the print's pages. */
  readonly stale: readonly Format[];
}

function planWork(report: PlanReport, settings: StepSettings): PlanWork {
  const steps = editionSteps(report, settings);
  const printed = settings.formats.includes('pdf') ? steps.pageMap : undefined;
  const stale = settings.formats.filter((format) => steps.reason(format, printed) !== undefined);
  return { report, steps, stale };
}

/** What lies in `dist/` already. Its stamps may be fresher than those in the record. */
function leaveAsIs({ report, steps }: PlanWork, { cache, formats }: StepSettings): PlanInDist {
  const { record, name } = report;
  const editions = Object.fromEntries(
    Object.entries(record.editions).map(([format, edition]) => [
      format,
      formats.some((one) => one === format)
        ? { ...edition, outputs: steps.found[format] ?? {} }
        : edition,
    ]),
  );
  const seen = { ...record, editions, manifest: steps.found['manifest'] ?? {} };
  if (!isDeepStrictEqual(seen, record)) cache.write(name, seen);
  return inDist(report, seen, { formats, made: [], pageMap: steps.pageMap });
}

async function build(
  project: Project,
  { report, steps }: PlanWork,
  { progress, draft, formats }: BuildWish,
  settings: StepSettings,
  workshop: Workshop,
): Promise<PlanInDist> {
  const { buildPlan } = await import('./build-plan.ts');
  const seconds = new Map<StepName, number>();
  const timed = tellAll([
    progress,
    { ...noProgress, ends: (one, took) => seconds.set(one.name, took) },
  ]);
  const step: RunStep = (name, work, reason) => {
    const usual = report.record.editions[name]?.seconds;
    const pages = name === 'pdf' ? steps.pageMap?.pages.length : undefined;
    return inStep(timed, { plan: report.place.slug, name, reason, usual, pages }, work);
  };
  const known = knownValues(settings.cache, `${report.name}.known`, steps.shared);
  const printedBy = hashOf(settings.code, settings.browser);
  const pieces = keptPieces(settings.cache, report.name, printedBy);
  const built = await buildPlan(
    report.checked,
    {
      draft,
      pageMap: formats.includes('pdf') ? steps.pageMap : undefined,
      reason: steps.reason,
      standing: Object.fromEntries(Object.values(steps.found).flatMap(Object.entries<Stamp>)),
      known,
      explain: (line) => progress.explains(report.place.slug, line),
      step,
    },
    { ...workshop, printer: toldOf(progress, workshop.printer), pieces },
  );
  const nothing = { formats: [], made: [], pageMap: undefined };
  if (built === undefined) return inDist(report, report.record, nothing);
  const findings = built.editions.flatMap((one) => one.findings);
  if (built.published === undefined) return { ...inDist(report, report.record, nothing), findings };
  known.keep();
  pieces.keep();
  const record = newRecord(report, steps, built, settings, seconds);
  // What was read while somebody wrote is published, and made again next time.
  const steady = isSteady(project, report.place, report.inputs);
  settings.cache.write(report.name, steady ? record : { ...record, editions: {} });
  const made = built.editions.map(({ format }) => format);
  const { pageMap } = built;
  const { written } = built.published;
  return { ...inDist(report, record, { formats, made, pageMap }), written };
}

/** A printer that tells of each print. */
function toldOf(progress: Progress, { print, ...printer }: Printer): Printer {
  let prints = 0;
  return {
    ...printer,
    print(job) {
      prints += 1;
      progress.goesOn(`print ${prints}`);
      return print(job);
    },
  };
}

function newRecord(
  { name, record, place }: PlanReport,
  steps: EditionSteps,
  { plan, editions, pageMap, published }: BuiltPlan,
  { dist, cache }: StepSettings,
  seconds: ReadonlyMap<StepName, number>,
): PlanRecord {
  const folder = path.join(dist, place.slug);
  const printed = editions.some(({ format }) => format === 'pdf') ? pageMap : undefined;
  if (printed) keepPages(cache, name, printed);
  const made = editions.map(({ format, findings }) => {
    const files = published?.files.filter((one) => one.edition === format) ?? [];
    const outputs = Object.fromEntries(
      files.flatMap(({ path: file }) => {
        const stamp = published?.stamps[file];
        return stamp === undefined ? [] : [[file, stamp] as const];
      }),
    );
    const inputs = steps.inputs(format, pageMap);
    return [format, { inputs, findings, outputs, seconds: seconds.get(format) }] as const;
  });
  return {
    ...record,
    editions: { ...record.editions, ...Object.fromEntries(made) },
    manifest: stampsNow(folder, ['manifest.json']),
    words: plan.words,
    pages: printed ? pagesHash(printed) : record.pages,
  };
}

interface InDist extends Pick<PlanInDist, 'made'> {
  readonly formats: readonly Format[];
  readonly pageMap: PageMap | undefined;
}

function inDist(
  { place }: PlanReport,
  { editions, words }: PlanRecord,
  { formats, made, pageMap }: InDist,
): PlanInDist {
  const standing = allFormats.flatMap((format) => {
    const edition = formats.includes(format) ? editions[format] : undefined;
    return edition === undefined ? [] : [edition];
  });
  const sizes = standing.flatMap(({ outputs }) => Object.values(outputs).map(([size]) => size));
  return {
    slug: place.slug,
    made,
    words,
    pages: formats.includes('pdf') ? pageMap?.pages.length : undefined,
    files: sizes.length,
    written: 0,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    findings: standing.flatMap((one) => one.findings),
  };
}
