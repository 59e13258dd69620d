import { nameOf, startsHere } from '../names.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const placeholderPart: SectionRule = {
  id: 'placeholder-part',
  severity: 'error',
  summary: 'A part holds a placeholder instead of text.',
  sees: 'section',
  docs: {
    what: 'A part whose whole text is a placeholder, such as "TBD", "…" or "[To be determined]".',
    why: 'A placeholder that reaches print tells every reader that the section is not finished.',
    example: '## Indicators\n\nTBD',
    instead: '## Indicators\n\n- Pipes renewed: target 14 km by 2030',
  },
  check(section, _context, report) {
    for (const part of section.parts.filter((one) => one.state === 'placeholder')) {
      const [first] = part.content;
      const place = first === undefined ? part.heading.place : placeOf(section.source, first);
      const words = section.source.text.slice(place.start.offset, place.end.offset).trim();
      report({
        message: `${nameOf(section)} has only a placeholder under "${part.heading.value}": "${words}".`,
        place,
        help: 'Write the part, or write "none: the reason" where the section goes without.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
