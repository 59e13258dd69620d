import { faultRule } from '../fault-rule.ts';

export const sectionWithoutGoal = faultRule({
  id: 'section-without-goal',
  severity: 'error',
  summary: 'A section belongs to no goal.',
  docs: {
    what: 'A section that stands outside any goal: a file beside plan.md instead of in a goal’s folder, or an h3 with no h2 above it.',
    why: 'A plan is made of goals, and each section serves one. Contents, numbers and StratML rest on that.',
    example: 'sources/nato2020/3.13-russia.md',
    instead: 'sources/nato2020/3-partnerships/3.13-russia.md',
  },
  message: (fault) => `The section "${fault.subject}" belongs to no goal.`,
  help: () =>
    'Move the file into a goal’s folder, or, in a plan that is one file, write the goal’s heading (##) above it.',
});
