import { nameOf, startsHere } from '../names.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const textOutsidePart: SectionRule = {
  id: 'text-outside-part',
  severity: 'warning',
  summary: 'A section has text before its first part.',
  sees: 'section',
  docs: {
    what: 'Text between a section’s title and its first part. It is kept, and shown above the recommendation.',
    why: 'In every section the recommendation stands right under the title; text above it moves it out of the reader’s sight, and is often a part whose heading was forgotten.',
    example:
      '# Drinking water\n\nThe tanks were empty in August.\n\n## Recommendation\n\nMend the leaks.',
    instead:
      '# Drinking water\n\n## Recommendation\n\nMend the leaks.\n\n## Background\n\nThe tanks were empty in August.',
  },
  check(section, _context, report) {
    const first = section.intro.find((block) => !isSilent(block.type));
    if (first === undefined) return;
    report({
      message: `${nameOf(section)} has text before its first part.`,
      place: placeOf(section.source, first),
      help: 'Move the text into the part it belongs to, or write that part’s heading above it.',
      related: [startsHere(section)],
    });
  },
};

/** What shows nothing at its place: comments and definitions. */
function isSilent(type: string): boolean {
  return type === 'html' || type === 'definition' || type === 'footnoteDefinition';
}
