import type { Fault } from '../../model/draft.ts';
import type { Fix } from '../../model/finding.ts';
import { faultRule } from '../fault-rule.ts';

export const partAtWrongLevel = faultRule({
  id: 'part-at-wrong-level',
  severity: 'error',
  summary: 'A part’s heading stands at the wrong level.',
  docs: {
    what: 'A heading that names a part ("Background") with more or fewer "#" signs than a part’s heading has: two in a section’s own file, four in a plan that is one file.',
    why: 'Headings say what belongs to what, above all to those who listen: a part one level too deep belongs to the part before it.',
    example: '## Recommendation\n\n…\n\n### Background\n\n…',
    instead: '## Recommendation\n\n…\n\n## Background\n\n…',
  },
  message: (fault) =>
    `The heading of the part "${fault.subject}" has ${signs(fault.detail)}, where a part has ${fault.expected}.`,
  help: (fault) => `Write the heading as "${marks(fault.expected)} ${fault.subject}".`,
  fix,
});

/** Reading gives both levels as numbers. A heading underlined with "---" has no signs to change. */
function fix(fault: Fault): Fix | undefined {
  const { place } = fault;
  if (place.start.line !== place.end.line) return undefined;
  const written = Number(fault.detail);
  const end = {
    ...place.start,
    column: place.start.column + written,
    offset: place.start.offset + written,
  };
  return {
    title: `Write the heading with ${signs(fault.expected)}`,
    safe: true,
    edits: [{ place: { ...place, end }, text: marks(fault.expected) }],
  };
}

function marks(level: string | undefined): string {
  return '#'.repeat(Number(level));
}

function signs(level: string | undefined): string {
  return level === '1' ? 'one "#" sign' : `${level} "#" signs`;
}
