/** Builds what is not up to date of checked plans. Where everything is, nothing is loaded and no browser started. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { formats as allFormats, type Format } from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import type { Sheet } from '../model/sheet.ts';
import type { StratmlPart } from '../model/stratml.ts';
import type { BuiltPlan, Workshop } from './build-plan.ts';
import {
  type EditionSteps,
  editionSteps,
  keepPages,
  pagesHash,
  type StepSettings,
} from './cache/edition-steps.ts';
import { libraryStep } from './cache/library-step.ts';
import type { PlanRecord } from './cache/record.ts';
import { stampsNow } from './cache/step.ts';
import { browserInputs, resourceInputs } from './cache/tool-inputs.ts';
import type { Project } from './config/load-project.ts';
import { thisMachine } from './machine.ts';
import { isSteady, type Looking, type PlanReport } from './plan-reports.ts';
import { recover } from './staging.ts';

/** What is wanted of a build. */
export interface BuildWish extends Looking {
  readonly packageRoot: string;
  readonly formats: readonly Format[];
  readonly draft: boolean;
  readonly stratmlPart: StratmlPart | undefined;
  readonly sheet: Sheet;
  /** Told of each step that runs, and why. */
  readonly explain: (step: string, reason: string) => void;
}

/** A plan whose editions are in `dist/`, or were refused for what they found. */
export interface PlanInDist {
  readonly slug: string;
  /** The editions that were made this time. */
  readonly made: readonly Format[];
  readonly words: number;
  /** Files of the wanted editions, and their size in bytes. */
  readonly files: number;
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
  const { accessibility: claims, theme } = project.config;
  const { packageRoot, formats, stratmlPart, sheet } = wish;
  const place = { root: project.root, packageRoot, formats, claims, stratmlPart, sheet, theme };
  await withWorkshop(place, async (workshop) => {
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
    const written = await publishLibrary(workshop);
    library.keep(written);
    if (written.length > 0) wish.explain('the page above the plans', reason);
  });
  return found;
}

async function settingsOf(project: Project, wish: BuildWish): Promise<StepSettings> {
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
  return inDist(report, seen, formats, []);
}

async function build(
  project: Project,
  { report, steps }: PlanWork,
  { explain, draft, formats }: BuildWish,
  settings: StepSettings,
  workshop: Workshop,
): Promise<PlanInDist> {
  const { buildPlan } = await import('./build-plan.ts');
  const { slug } = report.place;
  const built = await buildPlan(
    await report.checked(),
    {
      draft,
      pageMap: formats.includes('pdf') ? steps.pageMap : undefined,
      needs(format, pageMap) {
        const reason = steps.reason(format, pageMap);
        if (reason !== undefined) explain(`${slug}: ${format}`, reason);
        return reason !== undefined;
      },
    },
    workshop,
  );
  if (built === undefined) return inDist(report, report.record, [], []);
  const findings = built.editions.flatMap((one) => one.findings);
  if (!built.published) return { ...inDist(report, report.record, [], []), findings };
  const record = newRecord(report, steps, built, settings);
  // What was read while somebody wrote is published, and made again next time.
  const steady = isSteady(project, report.place, report.inputs);
  settings.cache.write(report.name, steady ? record : { ...record, editions: {} });
  const made = built.editions.map(({ format }) => format);
  return inDist(report, record, formats, made);
}

function newRecord(
  { name, record, place }: PlanReport,
  steps: EditionSteps,
  { plan, editions, pageMap }: BuiltPlan,
  { dist, cache }: StepSettings,
): PlanRecord {
  const folder = path.join(dist, place.slug);
  const printed = editions.some(({ format }) => format === 'pdf') ? pageMap : undefined;
  if (printed) keepPages(cache, name, printed);
  const made = editions.map(({ format, artifacts, findings }) => {
    const names = artifacts.map((one) => one.path);
    const outputs = stampsNow(folder, names);
    return [format, { inputs: steps.inputs(format, pageMap), findings, outputs }] as const;
  });
  return {
    ...record,
    editions: { ...record.editions, ...Object.fromEntries(made) },
    manifest: stampsNow(folder, ['manifest.json']),
    words: plan.words,
    pages: printed ? pagesHash(printed) : record.pages,
  };
}

function inDist(
  { place }: PlanReport,
  { editions, words }: PlanRecord,
  formats: readonly Format[],
  made: readonly Format[],
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
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    findings: standing.flatMap((one) => one.findings),
  };
}
