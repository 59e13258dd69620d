/** Loads, reads and checks plans. */
import { type CheckResult, check } from '../check/check.ts';
import { type ContentModel, defaultContentModel } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import { read } from '../read/read.ts';
import { loadPlans } from './load.ts';

export interface CheckedPlan extends CheckResult {
  readonly draft: DraftPlan;
}

/** The content model of a project that states none of its own. */
export const model: ContentModel = defaultContentModel;

/** Checks the plans at the given paths, in that order. Raises `UsageError` where there is none. */
export async function checkPlans(root: string, paths: readonly string[]): Promise<CheckedPlan[]> {
  const plans: CheckedPlan[] = [];
  for (const where of paths) {
    for (const sources of await loadPlans(root, where)) {
      const draft = read(sources, model);
      plans.push({ draft, ...check(draft, { model }) });
    }
  }
  return plans;
}
