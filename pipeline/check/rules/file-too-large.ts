import { faultRule } from '../fault-rule.ts';

export const fileTooLarge = faultRule({
  id: 'file-too-large',
  severity: 'error',
  summary: 'A file is too large to be read as a section.',
  docs: {
    what: 'A Markdown file far larger than even a whole plan is: more than 1 MB, 20,000 lines or 60,000 signs such as *, [ and |. The message says which.',
    why: 'Such a file is nearly always a mistake, such as a picture pasted as text, and reading it would take minutes.',
    example: 'A file of 40 MB with a picture inside: ![](data:image/png;base64,iVBORw0KGgo…)',
    instead: 'The picture in a file of its own: ![A map of the region](map.png)',
  },
  message: (fault) =>
    `The file "${fault.subject}" is too large to be read${fault.detail === undefined ? '' : ` (${fault.detail})`}.`,
  help: () =>
    'Split the file into one file a section, and keep pictures in files of their own beside it.',
});
