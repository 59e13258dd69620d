/** Loads, reads and checks plans. */
import { type CheckResult, check } from '../check/check.ts';
import { type ContentModel, modelIn } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import { type Known, nothingKnown } from '../model/known.ts';
import type { PlanSources } from '../model/sources.ts';
import type { PlanLinks } from '../read/links.ts';
import { type ParseFile, parseFile } from '../read/parse-file.ts';
import { readLinked } from '../read/read.ts';
import type { Project } from './config/load-project.ts';
import { type SelectedPlan, selectPlans } from './select-plans.ts';

export interface CheckedPlan extends CheckResult {
  readonly draft: DraftPlan;
  /** The project's content model, with the headings of the plan's language. */
  readonly model: ContentModel;
  readonly links: PlanLinks;
}

/** Checks the plans at the given paths, in that order. Raises `UsageError` where there is none. */
export async function checkPlans(
  project: Project,
  paths: readonly string[],
): Promise<readonly CheckedPlan[]> {
  const named = paths.length > 0 ? paths : project.config.sources;
  return (await selectPlans(project.root, named)).map((plan) => checkPlan(project, plan));
}

/** How a plan is read and checked where it is done again and again. */
export interface CheckAgain {
  readonly parse?: ParseFile;
  /** What was read and found before. */
  readonly known?: Known;
  /** As in `CheckOptions`. */
  readonly files?: ReadonlySet<string>;
}

/** Checks one plan; what stands outside the files that are asked about is left out. */
export function checkPlan(
  project: Project,
  { sources, only }: SelectedPlan,
  { files, ...again }: CheckAgain = {},
): CheckedPlan {
  const plan = readPlan(project, sources, again);
  const { draft, model } = plan;
  const { findings, failures } = check(draft, {
    ...project,
    model,
    ...(again.known && { known: again.known }),
    ...(files === undefined ? {} : { files }),
  });
  return {
    ...plan,
    failures,
    findings: findings.filter(({ place }) => only === undefined || only.has(place.path)),
  };
}

/** Reads one plan, and finds the content model that it is checked against. */
export function readPlan(
  project: Project,
  sources: PlanSources,
  { parse = parseFile, known = nothingKnown }: Pick<CheckAgain, 'parse' | 'known'> = {},
): Pick<CheckedPlan, 'draft' | 'model' | 'links'> {
  const { draft, links } = readLinked(sources, project.model, parse, known);
  return { draft, links, model: modelIn(project.model, draft.matter.value.lang) };
}
