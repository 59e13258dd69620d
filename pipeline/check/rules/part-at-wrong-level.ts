import { faultRule } from '../fault-rule.ts';

export const partAtWrongLevel = faultRule({
  id: 'part-at-wrong-level',
  severity: 'error',
  summary: 'A part’s heading stands at the wrong level.',
  docs: {
    what: 'A heading that names a part ("Background") with more or fewer "#" signs than a part’s heading has.',
    why: 'Headings say what belongs to what, above all to those who listen: a part one level too deep belongs to the part before it.',
    example: '## Recommendation\n\n…\n\n### Background\n\n…',
    instead: '## Recommendation\n\n…\n\n## Background\n\n…',
  },
  message: (fault) =>
    `The heading of the part "${fault.subject}" is at the wrong level${fault.detail === undefined ? '' : ` (${fault.detail})`}.`,
  help: (fault) =>
    fault.expected === undefined
      ? 'Give the heading as many "#" signs as the other parts have.'
      : `Write the heading as "${fault.expected}".`,
});
