import type { PartDefinition } from '../../model/content-model.ts';
import type { DraftPart } from '../../model/draft.ts';
import { nameOf, startsHere } from '../names.ts';
import { itemsOf, paragraphsOf, rowsOf } from '../part-content.ts';
import { after } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const tooFewItems: SectionRule = {
  id: 'too-few-items',
  severity: 'error',
  summary: 'A part has fewer items than the project asks for.',
  sees: 'section',
  docs: {
    what: 'A part with fewer list items, table rows or paragraphs than the project’s content model asks for ("atLeast: 2").',
    why: 'A project that asks for two sources means two. One more is easier found now than after somebody asked for it.',
    example: '## Evidence\n\n- The audit of 2025',
    instead: '## Evidence\n\n- The audit of 2025\n- The survey of 2024',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      const least = part.definition?.atLeast;
      if (part.definition === undefined || least === undefined || part.state !== 'filled') continue;
      const { count, word } = counted(part, part.definition);
      if (count >= least) continue;
      report({
        message: `${nameOf(section)} has ${count} ${count === 1 ? word : `${word}s`} under "${part.heading.value}", where at least ${least} are asked for.`,
        place: after(part.place),
        help: `Add ${least - count === 1 ? `one more ${word}` : `${least - count} more ${word}s`}, or write "none: the reason" where the section goes without.`,
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};

function counted(part: DraftPart, { content }: PartDefinition) {
  switch (content) {
    case 'prose':
      return { count: paragraphsOf(part).length, word: 'paragraph' };
    case 'table':
      return { count: rowsOf(part).length, word: 'row' };
    case 'stakeholders':
      return { count: part.stakeholders.length, word: 'stakeholder' };
    case 'indicators':
      return { count: part.indicators.length, word: 'indicator' };
    default:
      return { count: itemsOf(part).length, word: 'item' };
  }
}
