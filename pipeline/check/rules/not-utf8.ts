import { faultRule } from '../fault-rule.ts';

export const notUtf8 = faultRule({
  id: 'not-utf8',
  severity: 'error',
  summary: 'A file is not encoded in UTF-8.',
  docs: {
    what: 'A source whose bytes are not valid UTF-8, the encoding that all sources are read in.',
    why: 'Read in the wrong encoding, "é" becomes "Ã©" and a reader gets a broken name.',
    example: 'A file saved as "Windows-1252", "Latin 1" or "Unicode (UTF-16)".',
    instead: 'The same file saved as "UTF-8".',
  },
  message: (fault) => `The file "${fault.subject}" is not encoded in UTF-8.`,
  help: () =>
    'Open the file in the program it was written with and save it again as "UTF-8" (in Word: Plain Text, Other encoding, Unicode UTF-8).',
});
