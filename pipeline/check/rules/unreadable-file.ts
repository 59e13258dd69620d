import { faultRule } from '../fault-rule.ts';

export const unreadableFile = faultRule({
  id: 'unreadable-file',
  severity: 'error',
  summary: 'A file cannot be opened.',
  docs: {
    what: 'A file in the plan’s folder that the system does not let briefwright open, or that vanished meanwhile.',
    why: 'What cannot be read would be missing from the editions without a word.',
    example: 'A file that belongs to another user and may not be read by others.',
    instead: 'The same file with the right to read it (chmod u+r FILE).',
  },
  message: (fault) =>
    `The file "${fault.subject}" cannot be opened${fault.detail === undefined ? '' : ` (${fault.detail})`}.`,
  help: () => 'Give yourself the right to read the file, or take it out of the plan’s folder.',
});
