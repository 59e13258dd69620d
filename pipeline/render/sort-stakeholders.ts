/** The order of an index of stakeholders. */
import type { ResolvedPlan, StakeholderEntry } from '../model/resolved.ts';

/** A plan's stakeholders as names are sorted in its language. */
export function sortStakeholders(plan: ResolvedPlan): readonly StakeholderEntry[] {
  const { compare } = new Intl.Collator(plan.lang);
  return [...plan.stakeholders].sort((one, other) => compare(one.name, other.name));
}
