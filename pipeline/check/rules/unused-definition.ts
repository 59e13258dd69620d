import { linesOf, placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const unusedDefinition: FileRule = {
  id: 'unused-definition',
  severity: 'warning',
  summary: 'A link’s definition is used nowhere.',
  sees: 'file',
  docs: {
    what: 'A line "[label]: address" whose label no link and no image of the file uses.',
    why: 'Most often the link was misspelt and is missing from the page.',
    example: 'See the treaty.\n\n[treaty]: https://example.org/treaty',
    instead: 'See [the treaty][treaty].\n\n[treaty]: https://example.org/treaty',
  },
  check(file, _context, report) {
    const used = new Set(
      [...file.linkReferences, ...file.imageReferences].map((reference) => reference.identifier),
    );
    for (const definition of file.definitions) {
      if (used.has(definition.identifier)) continue;
      const place = placeOf(file.source, definition);
      report({
        message: `The definition "[${definition.label ?? definition.identifier}]" is used nowhere in this file.`,
        place,
        help: 'Use it in a link, as [text][label], or delete the line.',
        fix: {
          title: 'Delete the definition',
          safe: false,
          edits: [{ place: linesOf(file.source, place), text: '' }],
        },
      });
    }
  },
};
