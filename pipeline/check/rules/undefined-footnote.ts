import type { FileRule } from '../rule.ts';
import { undefinedReferences } from '../undefined-references.ts';

export const undefinedFootnote: FileRule = {
  id: 'undefined-footnote',
  severity: 'error',
  summary: 'A footnote is called that is not there.',
  sees: 'file',
  docs: {
    what: 'A footnote sign such as [^1] where no line of the same file gives the note.',
    why: 'The sign would stand in the page as it is, and the source it should name would be missing.',
    example: 'The tanks were nearly empty.[^1]',
    instead: 'The tanks were nearly empty.[^1]\n\n[^1]: Water board, annual report 2025.',
  },
  check(file, _context, report) {
    for (const { kind, words, place } of undefinedReferences(file)) {
      if (kind !== 'footnote') continue;
      report({
        message: `The footnote ${words} is not in this file.`,
        place,
        help: `Add a line "${words}: the note" to the file, or take the sign out.`,
      });
    }
  },
};
