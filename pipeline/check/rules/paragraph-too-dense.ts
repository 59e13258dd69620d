import { faultRule } from '../fault-rule.ts';

export const paragraphTooDense = faultRule({
  id: 'paragraph-too-dense',
  severity: 'error',
  summary: 'A paragraph or table holds more marks than can be read.',
  docs: {
    what: 'One paragraph, list item or table row with more than 2,000 of the signs that Markdown matches with one another (* _ ~ [ ] and backticks), or so many of them, or a table so wide and long, that reading would take minutes.',
    why: 'No author writes this; it is what a conversion leaves of a picture, a spreadsheet or a program. Reading it would hold up the check of the whole plan.',
    example: 'A line of text]]]]]]]]]]]]]]]]]]]]]]]]]]]] (and on, thousands of times)',
    instead: 'A line of text',
  },
  message: (fault) =>
    `This paragraph or table is too dense to be read${fault.detail === undefined ? '' : ` (${fault.detail})`}.`,
  help: () =>
    'Take out the superfluous marks, put a program between lines of ``` with blank lines in it, or split the paragraph or table.',
});
