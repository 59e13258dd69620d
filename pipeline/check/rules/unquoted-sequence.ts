import { faultRule } from '../fault-rule.ts';

export const unquotedSequence = faultRule({
  id: 'unquoted-sequence',
  severity: 'error',
  summary: 'A sequence number stands without quotes.',
  docs: {
    what: 'A "sequence" in the front matter that is written as a number instead of between quotes.',
    why: 'YAML reads 5.10 as the number 5.1, so that section 5.10 would carry the number of section 5.1.',
    example: '---\nsequence: 5.10\n---',
    instead: '---\nsequence: "5.10"\n---',
  },
  message: (fault) =>
    `The sequence ${fault.subject} is written as a number, and YAML would take 5.10 for 5.1.`,
  help: (fault) => `Put the number between quotes: sequence: "${fault.subject}".`,
  fix: (fault) =>
    fault.place.end.offset > fault.place.start.offset
      ? {
          title: 'Put the number between quotes',
          safe: true,
          edits: [{ place: fault.place, text: `"${fault.subject}"` }],
        }
      : undefined,
});
