import { nameOf, startsHere } from '../names.ts';
import { itemsOf } from '../part-content.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';
import { stakeholderParts } from '../stakeholders.ts';

export const stakeholdersNotList: SectionRule = {
  id: 'stakeholders-not-list',
  severity: 'error',
  summary: 'The stakeholders are not written as a list.',
  sees: 'section',
  docs: {
    what: 'A part for stakeholders that has text in it but no list.',
    why: 'Only from a list are names read: for the index of stakeholders, for the table of roles, and for StratML. In running text nobody is found.',
    example: '## Stakeholders\n\nThe weather service and the city council.',
    instead: '## Stakeholders\n\n- Weather service\n- City council',
  },
  check(section, _context, report) {
    for (const part of stakeholderParts(section)) {
      const [first] = part.content;
      if (first === undefined || itemsOf(part).length > 0) continue;
      report({
        message: `${nameOf(section)} has no list of names under "${part.heading.value}".`,
        place: placeOf(section.source, first),
        help: 'Write each name on a line of its own: - Name (Organization; Performer): what they do.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
