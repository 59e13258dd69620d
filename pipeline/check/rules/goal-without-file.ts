import { faultRule } from '../fault-rule.ts';

export const goalWithoutFile = faultRule({
  id: 'goal-without-file',
  severity: 'error',
  summary: 'A goal’s folder has no goal.md.',
  docs: {
    what: 'A folder with sections in it and no goal.md that says which goal they serve.',
    why: 'The goal would have no name in the contents and no page of its own.',
    example: 'sources/nato2020/3-partnerships/3.13-russia.md\n(and no goal.md beside it)',
    instead:
      'sources/nato2020/3-partnerships/goal.md:\n\n---\nsequence: "3"\n---\n\n# Partnerships',
  },
  message: (fault) => `The folder "${fault.subject}" has no goal.md that names the goal.`,
  help: () =>
    'Write a goal.md in that folder with the goal’s name as its heading: # The goal’s name.',
});
