/** Loads, reads and checks plans. */
import { type CheckResult, check } from '../check/check.ts';
import { type ContentModel, modelIn } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import type { Known } from '../model/known.ts';
import type { PlanSources } from '../model/sources.ts';
import type { ParseFile } from '../read/parse-file.ts';
import { read } from '../read/read.ts';
import type { Project } from './config/load-project.ts';
import { type SelectedPlan, selectPlans } from './select-plans.ts';

export interface CheckedPlan extends CheckResult {
  readonly draft: DraftPlan;
  /** The project's content model, with the headings of the plan's language. */
  readonly model: ContentModel;
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
  const { draft, model } = readPlan(project, sources, again);
  const { findings, failures } = check(draft, {
    ...project,
    model,
    ...(again.known && { known: again.known }),
    ...(files === undefined ? {} : { files }),
  });
  return {
    draft,
    model,
    failures,
    findings: findings.filter(({ place }) => only === undefined || only.has(place.path)),
  };
}

/** Reads one plan, and finds the content model that it is checked against. */
export function readPlan(
  project: Project,
  sources: PlanSources,
  { parse, known }: Pick<CheckAgain, 'parse' | 'known'> = {},
): Pick<CheckedPlan, 'draft' | 'model'> {
  const draft = read(sources, project.model, parse, known);
  return { draft, model: modelIn(project.model, draft.matter.value.lang) };
}
