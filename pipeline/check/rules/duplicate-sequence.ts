import type { DraftGoal, DraftPlan, DraftSection } from '../../model/draft.ts';
import { nameOf } from '../names.ts';
import { placeOfKey } from '../places.ts';
import type { PlanRule } from '../rule.ts';

export const duplicateSequence: PlanRule = {
  id: 'duplicate-sequence',
  severity: 'error',
  summary: 'Two goals, or two sections, have the same number.',
  sees: 'plan',
  docs: {
    what: 'The same "sequence" at two goals, or at two sections. Numbers without a point ("1", "2") may start anew in each goal.',
    why: 'People cite sections by number. With two of one number nobody knows which is meant.',
    example: '3.13-russia.md: sequence: "3.13"\n3.14-china.md:  sequence: "3.13"',
    instead: '3.13-russia.md: sequence: "3.13"\n3.14-china.md:  sequence: "3.14"',
  },
  check(draft, _context, report) {
    for (const siblings of comparedWithOneAnother(draft)) {
      const first = new Map<string, DraftGoal | DraftSection>();
      for (const node of siblings) {
        const sequence = node.matter.value.sequence;
        if (sequence === undefined) continue;
        const earlier = first.get(sequence);
        if (earlier === undefined) {
          first.set(sequence, node);
          continue;
        }
        report({
          message: `${nameOf(node)} has the same number as ${nameOf(earlier)}.`,
          place: placeOfKey(node, 'sequence'),
          help: 'Give one of the two another number.',
          related: [
            { message: 'The number stands here first.', place: placeOfKey(earlier, 'sequence') },
          ],
        });
      }
    }
  },
};

/** Goals; sections with a number of the whole plan, such as 3.13; and each goal's sections with one of their own. */
function comparedWithOneAnother(
  draft: DraftPlan,
): readonly (readonly (DraftGoal | DraftSection)[])[] {
  const isPlanWide = (section: DraftSection): boolean =>
    section.matter.value.sequence?.includes('.') ?? false;
  return [
    draft.goals,
    draft.goals.flatMap((goal) => goal.sections.filter(isPlanWide)),
    ...draft.goals.map((goal) => goal.sections.filter((section) => !isPlanWide(section))),
  ];
}
