import { nameOf, startsHere } from '../names.ts';
import { itemsOf } from '../part-content.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const partWithoutList: SectionRule = {
  id: 'part-without-list',
  severity: 'error',
  summary: 'A part that should be a list holds none.',
  sees: 'section',
  docs: {
    what: 'A part that the project’s content model asks to be a list ("content: list") and that has text in it but no list.',
    why: 'Where every section lists the same thing, a reader compares them item by item. In running text items are overlooked.',
    example: '## Evidence\n\nThe audit of 2025 and the survey of 2024.',
    instead: '## Evidence\n\n- The audit of 2025\n- The survey of 2024',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      if (part.definition?.content !== 'list' || part.state !== 'filled') continue;
      const [first] = part.content;
      if (first === undefined || itemsOf(part).length > 0) continue;
      report({
        message: `${nameOf(section)} has no list under "${part.heading.value}".`,
        place: placeOf(section.source, first),
        help: 'Write each item on a line of its own, with "- " before it.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
