import { nameOf, partWord, startsHere } from '../names.ts';
import { absentParts, meantPart, placeForPart, stubFor } from '../parts.ts';
import type { SectionRule } from '../rule.ts';

export const missingPart: SectionRule = {
  id: 'missing-part',
  severity: 'error',
  summary: 'A section lacks a part that every section must have.',
  sees: 'section',
  docs: {
    what: 'A section without a heading for one of the required parts: recommendation, background, stakeholders and indicators, or those that the project’s content model names. Where a heading looks like a misspelling of the part, `unknown-part` reports that instead.',
    why: 'Readers were promised these parts in every section. A missing one is noticed only in the meeting.',
    example:
      '## Recommendation\n\nMend the leaks.\n\n## Background\n\n…\n\n## Stakeholders\n\n- Ask Valley Water Board',
    instead:
      '## Recommendation\n\nMend the leaks.\n\n## Background\n\n…\n\n## Stakeholders\n\n- Ask Valley Water Board\n\n## Indicators\n\nnone: The board agrees on indicators in May.',
  },
  check(section, context, report) {
    const misspelt = new Set(
      context.levelOf('unknown-part', section.source.path) === 'error'
        ? section.parts.map((part) => meantPart(part, context.model)?.definition.id)
        : [],
    );
    for (const definition of absentParts(section, context.model)) {
      if (!definition.required || misspelt.has(definition.id)) continue;
      const place = placeForPart(section, definition, context.model);
      report({
        message: `${nameOf(section)} has no ${partWord(definition)}.`,
        place,
        help: `Add a heading "${definition.heading}" and write beneath it, or write "none: the reason" beneath it where the section goes without.`,
        related: [startsHere(section)],
        part: definition,
        fix: {
          title: `Add a heading "${definition.heading}" with a placeholder beneath it`,
          safe: false,
          edits: [{ place, text: stubFor(section, definition, place) }],
        },
      });
    }
  },
};
