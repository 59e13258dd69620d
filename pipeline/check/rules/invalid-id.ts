import { nameOf } from '../names.ts';
import { placeOfKey } from '../places.ts';
import type { PlanRule } from '../rule.ts';
import { nodesOf } from '../written-file.ts';

/** NCName of Namespaces in XML 1.0, section 3: XML 1.0's Name without a colon. */
const start =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const ncName = new RegExp(`^[${start}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${start}]*$`, 'u');

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
      if (id === undefined || ncName.test(id)) continue;
      const prefixed = `_${id}`;
      report({
        message: `${nameOf(node)} has an id that XML does not allow: "${id}".`,
        place: placeOfKey(node, 'id'),
        help: ncName.test(prefixed)
          ? `Put an underscore before it: ${prefixed}.`
          : 'Start the id with a letter or an underscore, and use letters, digits, "-", "_" and "." only.',
      });
    }
  },
};
