import { faultRule } from '../fault-rule.ts';

export const byteOrderMark = faultRule({
  id: 'byte-order-mark',
  severity: 'warning',
  summary: 'A file starts with an invisible byte order mark.',
  docs: {
    what: 'A source that starts with the invisible character U+FEFF, which some Windows programs write.',
    why: 'Other programs take the mark for text, and then do not find the front matter or the first heading.',
    example: '\u{feff}---\nsequence: "3.13"\n---',
    instead: '---\nsequence: "3.13"\n---',
  },
  message: (fault) => `The file "${fault.subject}" starts with an invisible byte order mark.`,
  help: () => 'Save the file as "UTF-8" without "BOM", or run briefwright check --fix.',
  // Reading drops the mark, so that writing the text as it was read is all it takes.
  fix: (fault) => ({
    title: 'Remove the byte order mark',
    safe: true,
    edits: [{ place: fault.place, text: '' }],
  }),
});
