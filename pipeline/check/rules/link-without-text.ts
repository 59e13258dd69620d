import type { Definition, Link } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const linkWithoutText: FileRule = {
  id: 'link-without-text',
  severity: 'error',
  summary: 'A link has no words, and leads to nothing whose title could stand for them.',
  sees: 'file',
  docs: {
    what: 'A link with nothing between the square brackets that leads to the web, to a file or to a heading. One to a plan, goal, section or part may be empty: it says that title.',
    why: 'Nobody sees such a link, and who listens to the briefing hears "link" and nothing else; PDF/UA and WCAG (2.4.4) both ask for its words.',
    example: 'The council decided on [](https://example.org/budget) in March.',
    instead:
      'The council decided on [the budget](https://example.org/budget) in March, as [](2.2-dry-summer.md) says.',
  },
  check(file, _context, report) {
    const definitions = new Map(file.definitions.map((one) => [one.identifier, one]));
    for (const link of [...file.links, ...file.linkReferences]) {
      if (plainText(link).trim() !== '') continue;
      const leading = link.type === 'link' ? link : definitions.get(link.identifier);
      if (leading === undefined || !isWordless(leading)) continue;
      report({
        message: `The link to "${leading.url}" has no words.`,
        place: placeOf(file.source, link),
        help: 'Write between the square brackets what it leads to: [the budget](…).',
      });
    }
  },
};

/** Of broken ones other rules tell. */
function isWordless({ data }: Link | Definition): boolean {
  const kind = data?.target?.kind;
  return kind === 'external' || kind === 'asset' || kind === 'heading';
}
