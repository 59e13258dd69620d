import { nameOf, startsHere } from '../names.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const partWithoutTable: SectionRule = {
  id: 'part-without-table',
  severity: 'error',
  summary: 'A part that should be a table holds none.',
  sees: 'section',
  docs: {
    what: 'A part that the project’s content model asks to be a table ("content: table") and that has text in it but no table.',
    why: 'Readers compare sections column by column; what is not in the table is not compared.',
    example: '## Costs\n\n2027: 3 million',
    instead: '## Costs\n\n| Year | Million |\n| --- | --- |\n| 2027 | 3 |',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      if (part.definition?.content !== 'table' || part.state !== 'filled') continue;
      const [first] = part.content;
      if (first === undefined || part.content.some((block) => block.type === 'table')) continue;
      report({
        message: `${nameOf(section)} has no table under "${part.heading.value}".`,
        place: placeOf(section.source, first),
        help: 'Write a table: a line of column names, a line of "| --- |", and a line for each row.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
