import { toString as plainText } from 'mdast-util-to-string';
import { normalizeHeading, type PartDefinition } from '../../model/content-model.ts';
import type { Block } from '../../model/draft.ts';
import { nameOf, partWord } from '../names.ts';
import { partOf } from '../parts.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const recommendationInBackground: SectionRule = {
  id: 'recommendation-in-background',
  severity: 'warning',
  summary: 'The recommendation hides in another part.',
  sees: 'section',
  docs: {
    what: 'A section whose recommendation is missing, empty or a placeholder, while a paragraph of another part starts with "Recommendation:".',
    why: 'Who leafs reads only the recommendations, and would not find this one.',
    example: '## Background\n\nThe pipes are old.\n\nRecommendation: Mend the leaks.',
    instead: '## Recommendation\n\nMend the leaks.\n\n## Background\n\nThe pipes are old.',
  },
  check(section, context, report) {
    for (const lead of context.model.parts.filter((part) => part.lead)) {
      const written = partOf(section, lead);
      if (written?.state === 'filled' || written?.state === 'waived') continue;
      for (const part of section.parts.filter((one) => one !== written)) {
        const hidden = part.content.find((block) => opensWith(lead, block));
        if (hidden === undefined) continue;
        report({
          message: `${nameOf(section)} seems to have its ${partWord(lead)} under "${part.heading.value}".`,
          place: placeOf(section.source, hidden),
          help: `Move the paragraph under a heading "${lead.heading}" of its own.`,
          related: [{ message: 'It stands in this part.', place: part.heading.place }],
          part: lead,
        });
      }
    }
  },
};

/** Whether a paragraph starts with the part's name and a colon. */
function opensWith(part: PartDefinition, block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const [opening, rest] = plainText(block).split(':', 2);
  return (
    opening !== undefined &&
    rest !== undefined &&
    [part.heading, ...part.aliases].some(
      (name) => normalizeHeading(name) === normalizeHeading(opening),
    )
  );
}
