/** The pages that list what stands in all sections: recommendations, stakeholders, indicators. */
import type { ResolvedPlan } from '../../model/resolved.ts';

const kinds = ['recommendations', 'stakeholders', 'indicators'] as const;

export type ListKind = (typeof kinds)[number];

/** The labels that name the lists. */
export const listNames: Readonly<Record<ListKind, string>> = {
  recommendations: 'allRecommendations',
  stakeholders: 'allStakeholders',
  indicators: 'allIndicators',
};

/** The lists that a plan has something for. */
export function lists(plan: ResolvedPlan): readonly ListKind[] {
  const parts = plan.goals.flatMap((goal) => goal.sections.flatMap((section) => section.parts));
  const has: Readonly<Record<ListKind, boolean>> = {
    recommendations: parts.some((part) => part.lead),
    stakeholders: plan.stakeholders.length > 0,
    indicators: parts.some((part) => part.indicators.length > 0),
  };
  return kinds.filter((kind) => has[kind]);
}

/** Where a list stands within the site. */
export function listPath(kind: ListKind): string {
  return `${kind}.html`;
}
