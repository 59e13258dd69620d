import type { DraftPart, DraftSection } from '../../model/draft.ts';
import type { Edit, Fix } from '../../model/finding.ts';
import { nameOf } from '../names.ts';
import type { SectionRule } from '../rule.ts';

export const partOutOfOrder: SectionRule = {
  id: 'part-out-of-order',
  severity: 'warning',
  summary: 'A section’s parts stand in another order than the content model’s.',
  sees: 'section',
  docs: {
    what: 'A part that stands before one that the content model puts first.',
    why: 'The editions show the parts in one order, so that a reader who leafs finds the recommendation at the same spot. Sources in the same order are easier to compare.',
    example: '## Background\n\n…\n\n## Recommendation\n\nMend the leaks.',
    instead: '## Recommendation\n\nMend the leaks.\n\n## Background\n\n…',
  },
  check(section, context, report) {
    if (!context.model.ordered) return;
    const rank = (part: DraftPart): number =>
      context.model.parts.findIndex((definition) => definition.id === part.definition?.id);
    const known = section.parts.filter((part) => part.definition !== undefined);
    const index = known.findIndex((part, at) => {
      const previous = known[at - 1];
      return previous !== undefined && rank(part) < rank(previous);
    });
    const part = known[index];
    const above = known.find((other) => part !== undefined && rank(other) > rank(part));
    if (part === undefined || above === undefined) return;
    const sorted = known.toSorted((one, other) => rank(one) - rank(other));
    report({
      message: `${nameOf(section)} has "${part.heading.value}" after "${above.heading.value}".`,
      place: part.heading.place,
      help: `Move "${part.heading.value}" before "${above.heading.value}": the order is ${context.model.parts.map((one) => one.heading).join(', ')}.`,
      related: [{ message: 'It belongs before this heading.', place: above.heading.place }],
      part: part.definition,
      fix: reorder(section, known, sorted),
    });
  },
};

/** Puts each part into the slot of the part that stands where it belongs; what is between the slots stays. */
function reorder(
  section: DraftSection,
  written: readonly DraftPart[],
  sorted: readonly DraftPart[],
): Fix {
  const edits = written.flatMap((slot, at): readonly Edit[] => {
    const part = sorted[at];
    if (part === undefined || part === slot) return [];
    const { start, end } = part.place;
    return [{ place: slot.place, text: section.source.text.slice(start.offset, end.offset) }];
  });
  return { title: 'Put the parts in order', safe: true, edits };
}
