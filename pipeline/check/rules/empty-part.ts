import { nameOf, startsHere } from '../names.ts';
import { stubText } from '../parts.ts';
import { after, lineBreak } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const emptyPart: SectionRule = {
  id: 'empty-part',
  severity: 'error',
  summary: 'A part has a heading and nothing beneath it.',
  sees: 'section',
  docs: {
    what: 'A part’s heading that is followed by the next heading or by the end of the section.',
    why: 'A heading with nothing beneath it tells the reader that something was lost.',
    example: '## Stakeholders\n\n## Indicators\n\n- Pipes renewed: target 14 km by 2030',
    instead:
      '## Stakeholders\n\n- Ask Valley Water Board\n\n## Indicators\n\n- Pipes renewed: target 14 km by 2030',
  },
  check(section, _context, report) {
    const line = lineBreak(section.source);
    for (const part of section.parts.filter((one) => one.state === 'empty')) {
      const place = after(part.heading.place);
      report({
        message: `${nameOf(section)} has a heading "${part.heading.value}" with nothing beneath it.`,
        place,
        help: 'Write the part, or write "none: the reason" beneath the heading where the section goes without.',
        related: [startsHere(section)],
        part: part.definition,
        fix: {
          title: 'Write a placeholder beneath the heading',
          safe: false,
          edits: [{ place, text: `${line}${line}${stubText}` }],
        },
      });
    }
  },
};
