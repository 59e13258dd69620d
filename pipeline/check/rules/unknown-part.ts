import type { DraftPart, DraftSection } from '../../model/draft.ts';
import type { Fix } from '../../model/finding.ts';
import { nameOf, quotedList, startsHere } from '../names.ts';
import { meantPart, partOf } from '../parts.ts';
import { placeOfWords } from '../places.ts';
import type { SectionRule } from '../rule.ts';
import { isSlip } from '../slip.ts';

export const unknownPart: SectionRule = {
  id: 'unknown-part',
  severity: 'error',
  summary: 'A section has a part that the content model does not know.',
  sees: 'section',
  docs: {
    what: 'A heading at the level of the parts that names none of them, in any of the words that the content model allows.',
    why: 'Most such headings are misspelt, and then the part they mean is missing. Others belong inside a part, one level deeper.',
    example: '## Recomendation\n\nMend the leaks.',
    instead: '## Recommendation\n\nMend the leaks.',
  },
  check(section, context, report) {
    for (const part of section.parts.filter((one) => one.definition === undefined)) {
      const meant = meantPart(part, context.model);
      const headings = context.model.parts.map((definition) => definition.heading);
      report({
        message: `${nameOf(section)} has an unknown part "${part.heading.value}".`,
        place: part.heading.place,
        help:
          meant === undefined
            ? `Name it ${quotedList(headings)}, or make it a subheading of one of them with one "#" more.`
            : `Did you mean "${meant.heading}"? Rename the heading, or make it a subheading with one "#" more.`,
        related: [startsHere(section)],
        ...(meant === undefined
          ? {}
          : {
              // Where the section has no such part, nothing else can have been meant.
              fix: rename(
                section,
                part,
                meant.heading,
                isSlip(part.heading.value, meant.heading) &&
                  partOf(section, meant.definition) === undefined,
              ),
            }),
      });
    }
  },
};

function rename(section: DraftSection, part: DraftPart, heading: string, safe: boolean): Fix {
  const place = placeOfWords(section.source, part.heading.place, part.heading.value);
  return { title: `Rename the heading to "${heading}"`, safe, edits: [{ place, text: heading }] };
}
