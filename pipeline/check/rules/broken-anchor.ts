import type { FileRule } from '../rule.ts';
import { brokenTargets, meant, retarget } from '../targets.ts';

export const brokenAnchor: FileRule = {
  id: 'broken-anchor',
  severity: 'error',
  summary: 'A link leads to a heading that is not there.',
  sees: 'file',
  docs: {
    what: 'A link whose part after "#" is no heading of the file it leads to. A heading’s anchor is its text in lower case with hyphens for spaces.',
    why: 'The link ends at the top of the page, or nowhere, and the reader does not find what was promised.',
    example:
      '[who goes short](2.2-dry-summer.md#who-goes-shrot)\n\n(and in that file: ### Who goes short)',
    instead: '[who goes short](2.2-dry-summer.md#who-goes-short)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.reason !== 'no-such-anchor') continue;
      report({
        message: `The link to "${target.url}" leads to a heading that is not there.`,
        place: target.place,
        help: `${meant(target)}Write the heading’s text in lower case with hyphens for spaces after the "#".`,
        ...retarget(target),
      });
    }
  },
};
