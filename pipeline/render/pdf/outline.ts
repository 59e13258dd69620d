/** What a print consists of, in its order: what has a running head, what opens on the right, what can be linked to. */
import type { Labels } from '../../model/edition.ts';
import type { ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import { own, placesOf } from '../print-places.ts';

/** One line of the outline. */
export interface OutlineEntry {
  readonly anchor: string;
  /** As in the running head and in a reader's outline: "3.13 Russia". */
  readonly text: string;
  /** 1 chapter, 2 section. */
  readonly depth: 1 | 2;
}

export interface Outline {
  readonly entries: readonly OutlineEntry[];
  /** The anchors of what opens on a right-hand page, in order. */
  readonly chapters: readonly string[];
  /** The anchors on whose pages no running head stands. */
  readonly openers: readonly string[];
  /** Every anchor there is, each once. */
  readonly anchors: readonly string[];
}

/** The outline of a plan's print. */
export function outlineOf(plan: ResolvedPlan, labels: Labels): Outline {
  const about = plan.body.children.length > 0;
  const chapters = plan.goals.map(({ anchor }) => anchor);
  return {
    entries: [
      { anchor: own.contents, text: labels['contents'] ?? '', depth: 1 },
      ...(about ? [{ anchor: own.about, text: labels['summary'] ?? '', depth: 1 } as const] : []),
      ...plan.goals.flatMap((goal): OutlineEntry[] => [
        { anchor: goal.anchor, text: numbered(goal), depth: 1 },
        ...goal.sections.map((section) => ({
          anchor: section.anchor,
          text: numbered(section),
          depth: 2 as const,
        })),
      ]),
      ...(plan.stakeholders.length > 0
        ? [
            {
              anchor: own.stakeholders,
              text: labels['indexOfStakeholders'] ?? '',
              depth: 1,
            } as const,
          ]
        : []),
    ],
    chapters,
    openers: [own.cover, own.imprint, own.contents, own.about, ...chapters, own.stakeholders],
    anchors: [...new Set([...placesOf(plan), ...anchorsOf(plan)])],
  };
}

/** A title with its number before it. */
export function numbered(node: ResolvedGoal | ResolvedSection): string {
  return [node.number, node.title].filter((text) => text !== undefined).join(' ');
}

function anchorsOf(plan: ResolvedPlan): readonly string[] {
  const nodes = [plan, ...plan.goals, ...plan.goals.flatMap((goal) => goal.sections)];
  return [
    ...nodes.map(({ anchor }) => anchor),
    ...[...plan.tables, ...plan.figures].map(({ anchor }) => anchor),
    ...plan.pages.keys(),
    ...nodes.flatMap(({ notes }) => notes.flatMap((note) => [note.anchor, ...note.calls])),
  ];
}
