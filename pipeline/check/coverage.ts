/** How many sections have each part, by goal and for the plan. */
import type { ContentModel, PartDefinition } from '../model/content-model.ts';
import type { DraftPlan, DraftSection, PartState } from '../model/draft.ts';
import { nameOf } from './names.ts';
import { partOf } from './parts.ts';

export type CoverageState = PartState | 'missing';

export interface PartCoverage {
  /** The part's id and heading. */
  readonly id: string;
  readonly heading: string;
  /** How many sections have the part in each state. */
  readonly counts: Readonly<Record<CoverageState, number>>;
}

/** The sections of a goal, or of the whole plan. */
export interface CoverageRow {
  /** Such as `Goal 3 "Partnerships"`. */
  readonly name: string;
  readonly sections: number;
  readonly parts: readonly PartCoverage[];
}

export interface Coverage {
  readonly plan: CoverageRow;
  readonly goals: readonly CoverageRow[];
}

export function coverageOf(draft: DraftPlan, model: ContentModel): Coverage {
  const row = (name: string, sections: readonly DraftSection[]): CoverageRow => ({
    name,
    sections: sections.length,
    parts: model.parts.map((definition) => partCoverage(definition, sections)),
  });
  return {
    plan: row(
      nameOf(draft),
      draft.goals.flatMap((goal) => goal.sections),
    ),
    goals: draft.goals.map((goal) => row(nameOf(goal), goal.sections)),
  };
}

/** The share of sections, in percent, in which a part is filled or waived; 100 where there is no section. */
export function shareOf({ counts }: PartCoverage, sections: number): number {
  return sections === 0 ? 100 : ((counts.filled + counts.waived) / sections) * 100;
}

function partCoverage(definition: PartDefinition, sections: readonly DraftSection[]): PartCoverage {
  const counts = { filled: 0, waived: 0, empty: 0, placeholder: 0, missing: 0 };
  for (const section of sections) counts[partOf(section, definition)?.state ?? 'missing'] += 1;
  return { id: definition.id, heading: definition.heading, counts };
}
