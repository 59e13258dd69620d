import { nameOf } from '../names.ts';
import type { SectionRule } from '../rule.ts';

export const duplicatePart: SectionRule = {
  id: 'duplicate-part',
  severity: 'error',
  summary: 'A section has the same part twice.',
  sees: 'section',
  docs: {
    what: 'Two headings in one section that name the same part, be it by the same word or by an alias ("Background" and "Context").',
    why: 'A section has one recommendation and one list of indicators; which of the two counts, nobody can tell.',
    example: '## Background\n\nThe pipes are old.\n\n## Context\n\nThe summers are dry.',
    instead: '## Background\n\nThe pipes are old.\n\nThe summers are dry.',
  },
  check(section, _context, report) {
    for (const [index, part] of section.parts.entries()) {
      const first = section.parts.findIndex(
        (other) => other.definition !== undefined && other.definition.id === part.definition?.id,
      );
      const earlier = section.parts[first];
      if (earlier === undefined || first === index) continue;
      const words =
        earlier.heading.value === part.heading.value
          ? `the part "${part.heading.value}" twice`
          : `the same part twice, as "${earlier.heading.value}" and as "${part.heading.value}"`;
      report({
        message: `${nameOf(section)} has ${words}.`,
        place: part.heading.place,
        help: 'Join the two under the first heading and delete the second.',
        related: [{ message: 'The part stands here first.', place: earlier.heading.place }],
        part: part.definition,
      });
    }
  },
};
