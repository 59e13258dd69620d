import { faultRule } from '../fault-rule.ts';

export const noSources = faultRule({
  id: 'no-sources',
  severity: 'error',
  summary: 'A plan’s folder holds no Markdown.',
  docs: {
    what: 'A plan’s folder without a single file that ends in .md.',
    why: 'There is nothing to check and nothing to publish.',
    example: 'sources/nato2020/ with a PDF in it and nothing else',
    instead: 'sources/nato2020/plan.md\nsources/nato2020/3-partnerships/3.13-russia.md',
  },
  message: (fault) => `The plan "${fault.subject}" has no Markdown files.`,
  help: () =>
    'Write a plan.md in that folder (briefwright init writes one to start from), or bring in what you have with briefwright import.',
});
