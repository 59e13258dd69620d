import type { DraftNode } from '../names.ts';
import { nameOf } from '../names.ts';
import { placeOfKey } from '../places.ts';
import type { PlanRule } from '../rule.ts';
import { nodesOf } from '../written-file.ts';

export const duplicateId: PlanRule = {
  id: 'duplicate-id',
  severity: 'error',
  summary: 'Two plans, goals or sections have the same id.',
  sees: 'plan',
  docs: {
    what: 'An "id" in the front matter that stands in another file of the plan as well, most often because a section was copied.',
    why: 'Other documents refer to a section by its id, and links inside the editions rest on it: with two of one name, half of the links lead to the wrong page.',
    example: '3.13-russia.md: id: _8dfff094\n3.14-china.md:  id: _8dfff094',
    instead: '3.13-russia.md: id: _8dfff094\n3.14-china.md:  (no id, or one of its own)',
  },
  check(draft, _context, report) {
    const first = new Map<string, DraftNode>();
    for (const node of nodesOf(draft)) {
      const id = node.matter.value.id;
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, node);
        continue;
      }
      report({
        message: `${nameOf(node)} has the same id as ${nameOf(earlier)}: "${id}".`,
        place: placeOfKey(node, 'id'),
        help: 'Give the newer of the two another id, or take its id out.',
        related: [{ message: 'The id stands here first.', place: placeOfKey(earlier, 'id') }],
      });
    }
  },
};
