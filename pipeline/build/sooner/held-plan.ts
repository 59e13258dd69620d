/** A plan as it was published last, held in memory so that the page of a section that is saved need not wait. */
import path from 'node:path';
import { admit } from '../../check/admit.ts';
import { wholeSite } from '../../render/html/html.ts';
import type { Site } from '../../render/html/shell.ts';
import { type Resolving, resolving } from '../../resolve/resolve.ts';
import { loadAssets } from '../assets.ts';
import { contextOf, type Workshop } from '../build-plan.ts';
import { type BuildWish, placeOf, settingsOf } from '../build-plans.ts';
import { editionSteps, type StepSettings } from '../cache/edition-steps.ts';
import { knownValues } from '../cache/known-values.ts';
import type { CheckedPlan } from '../check-plans.ts';
import type { Project } from '../config/load-project.ts';
import { type PlanReport, planReports } from '../plan-reports.ts';
import { noProgress } from '../progress.ts';
import type { NamedPlan } from '../select-plans.ts';
import { withWorkshop } from '../workshop.ts';

/** What a build was about that has published all it should. */
export interface Built {
  readonly project: Project;
  readonly named: readonly NamedPlan[];
  readonly wish: BuildWish;
}

export interface HeldPlan {
  readonly project: Project;
  readonly checked: CheckedPlan;
  readonly resolving: Resolving;
  readonly site: Site;
  /** The plan's folder in `dist/`. */
  readonly folder: string;
}

/** The plans of a build whose sites stand as they would be made. Raises `TemplateError`. */
export async function heldPlans({ project, named, wish }: Built): Promise<readonly HeldPlan[]> {
  if (!wish.formats.includes('html')) return [];
  const reports = await planReports(project, named, { ...wish, progress: noProgress });
  const settings = await settingsOf(project, wish);
  return withWorkshop(placeOf(project, wish), async (workshop) => {
    const plans: HeldPlan[] = [];
    for (const report of reports) {
      const one = await heldPlan(project, report, settings, workshop);
      if (one !== undefined) plans.push(one);
    }
    return plans;
  });
}

async function heldPlan(
  project: Project,
  report: PlanReport,
  settings: StepSettings,
  workshop: Workshop,
): Promise<HeldPlan | undefined> {
  const steps = editionSteps(report, settings);
  const pageMap = settings.formats.includes('pdf') ? steps.pageMap : undefined;
  // What changes at this moment is built next.
  if (report.reason !== undefined || steps.reason('html', pageMap) !== undefined) return undefined;
  const checked = await report.checked();
  const plan = admit(checked.draft, { ...checked, draftBuild: settings.draft });
  if (plan === undefined) return undefined;
  const known = knownValues(settings.cache, `${report.name}.known`, steps.shared);
  const resolved = resolving(plan, await loadAssets(plan, project.root), known);
  const site = wholeSite(resolved.plan, {
    ...contextOf(resolved.plan, workshop),
    ...{ pageMap, known },
  });
  const folder = path.join(settings.dist, plan.slug);
  return { project, checked, resolving: resolved, site, folder };
}
