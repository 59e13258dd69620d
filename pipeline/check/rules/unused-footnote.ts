import { linesOf, placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const unusedFootnote: FileRule = {
  id: 'unused-footnote',
  severity: 'warning',
  summary: 'A footnote is called nowhere.',
  sees: 'file',
  docs: {
    what: 'A footnote whose sign stands nowhere in the text of the file.',
    why: 'Nothing leads to it, so that its text does not reach the editions.',
    example: 'The tanks were nearly empty.\n\n[^1]: Water board, annual report 2025.',
    instead: 'The tanks were nearly empty.[^1]\n\n[^1]: Water board, annual report 2025.',
  },
  check(file, _context, report) {
    const called = new Set(file.footnoteReferences.map((reference) => reference.identifier));
    for (const note of file.footnoteDefinitions) {
      if (called.has(note.identifier)) continue;
      const sign = `[^${note.label ?? note.identifier}]`;
      const place = placeOf(file.source, note);
      report({
        message: `The footnote ${sign} is called nowhere, and its text is lost.`,
        place,
        help: `Put ${sign} where the note belongs, or delete the note.`,
        fix: {
          title: 'Delete the note',
          safe: false,
          edits: [{ place: linesOf(file.source, place), text: '' }],
        },
      });
    }
  },
};
