import { isNcName } from '../../model/nc-name.ts';
import { nameOf } from '../names.ts';
import { placeOfKey } from '../places.ts';
import type { PlanRule } from '../rule.ts';
import { nodesOf } from '../written-file.ts';

export const invalidId: PlanRule = {
  id: 'invalid-id',
  severity: 'error',
  summary: 'An id has a form that XML does not allow.',
  sees: 'plan',
  docs: {
    what: 'An "id" that is no XML name (an NCName): it starts with a digit, or holds a space, a colon or a sign such as "/".',
    why: 'StratML and EPUB are XML: with such an id their files do not validate. A UUID becomes a valid id with an underscore before it.',
    example: '---\nid: 8dfff094-8b91-11e2-af17-a93768e382cb\n---',
    instead: '---\nid: _8dfff094-8b91-11e2-af17-a93768e382cb\n---',
  },
  check(draft, _context, report) {
    for (const node of nodesOf(draft)) {
      const id = node.matter.value.id;
      if (id === undefined || isNcName(id)) continue;
      const prefixed = `_${id}`;
      report({
        message: `${nameOf(node)} has an id that XML does not allow: "${id}".`,
        place: placeOfKey(node, 'id'),
        help: isNcName(prefixed)
          ? `Put an underscore before it: ${prefixed}.`
          : 'Start the id with a letter or an underscore, and use letters, digits, "-", "_" and "." only.',
      });
    }
  },
};
