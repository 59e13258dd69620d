import type { FileRule } from '../rule.ts';
import { undefinedReferences } from '../undefined-references.ts';

export const undefinedReference: FileRule = {
  id: 'undefined-reference',
  severity: 'error',
  summary: 'A link refers to a definition that is not there.',
  sees: 'file',
  docs: {
    what: 'A link written as [text][label] where no line of the same file defines the label. A word in brackets alone, such as [sic], is left as it is.',
    why: 'The brackets would stand in the page as they are, and the link would be lost.',
    example: 'See [the treaty][treaty].',
    instead: 'See [the treaty][treaty].\n\n[treaty]: https://example.org/treaty',
  },
  check(file, _context, report) {
    for (const { kind, words, place } of undefinedReferences(file)) {
      if (kind !== 'link') continue;
      report({
        message: `The link "${words}" refers to a definition that is not in this file.`,
        place,
        help: 'Add a line "[label]: address" with that label to the file, or write the link as [text](address).',
      });
    }
  },
};
