import { nameOf } from '../names.ts';
import { after } from '../places.ts';
import type { PlanRule } from '../rule.ts';
import { hasText, nodesOf } from '../written-file.ts';

export const missingTitle: PlanRule = {
  id: 'missing-title',
  severity: 'error',
  summary: 'A plan, goal or section has no title.',
  sees: 'plan',
  docs: {
    what: 'A plan, goal or section with neither a heading of the first level nor a "title" in its front matter.',
    why: 'The title is what contents, links, running heads and the file’s own properties show.',
    example: '---\nsequence: "3.13"\n---\n\n## Recommendation\n\n…',
    instead: '---\nsequence: "3.13"\n---\n\n# Russia\n\n## Recommendation\n\n…',
  },
  check(draft, _context, report) {
    for (const node of nodesOf(draft).filter(hasText)) {
      if ((node.title?.value ?? node.matter.value.title ?? '').trim() !== '') continue;
      const sequence = node.type === 'plan' ? undefined : node.matter.value.sequence;
      report({
        message:
          sequence === undefined
            ? `The ${node.type} in "${node.source.path}" has no title.`
            : `${nameOf(node)} has no title.`,
        place:
          node.title === undefined
            ? { ...node.place, end: node.place.start }
            : after(node.title.place),
        help: `Write the ${node.type}’s name as a heading above its text.`,
      });
    }
  },
};
