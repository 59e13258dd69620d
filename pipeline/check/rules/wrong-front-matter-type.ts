import type { Fault } from '../../model/draft.ts';
import { faultRule } from '../fault-rule.ts';

export const wrongFrontMatterType = faultRule({
  id: 'wrong-front-matter-type',
  severity: 'error',
  summary: 'A value in the front matter is of the wrong kind.',
  docs: {
    what: 'A value in the front matter that is not what its key asks for: a list where one text belongs, a date that is no day, a language that is no code.',
    why: 'The value would be dropped, or shown to readers in a form that nobody meant.',
    example: '---\ndate: next spring\n---',
    instead: '---\ndate: 2026-04-01\n---',
  },
  message: (fault) =>
    `The value of "${fault.subject}" in the front matter is wrong: ${reason(fault)}.`,
  help: (fault) => `Correct the value after "${fault.subject}:", or take the line out.`,
});

/** The validator's reason, without its own way of starting. */
function reason(fault: Fault): string {
  const given = fault.expected?.replace(/^(?:Invalid input|Invalid option|Too small): /u, '');
  return given === undefined || /^Invalid/u.test(given) ? 'it is not of a kind that fits' : given;
}
