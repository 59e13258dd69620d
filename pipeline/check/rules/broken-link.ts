import type { FileRule } from '../rule.ts';
import { brokenTargets, meant, retarget } from '../targets.ts';

export const brokenLink: FileRule = {
  id: 'broken-link',
  severity: 'error',
  summary: 'A link leads to a file that is not there.',
  sees: 'file',
  docs: {
    what: 'A link to a section, goal or other file of the plan that does not exist, or whose name differs in upper and lower case.',
    why: 'On the site it ends at "page not found", and an EPUB with such a link is refused by stores.',
    example: '[the dry summer](2.2-dry-sumer.md)',
    instead: '[the dry summer](2.2-dry-summer.md)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.from !== 'link') continue;
      if (target.reason !== 'no-such-file' && target.reason !== 'case-differs') continue;
      report({
        message:
          target.reason === 'case-differs'
            ? `The link to "${target.url}" differs from the file’s name in upper and lower case.`
            : `The link to "${target.url}" leads to no file of the plan.`,
        place: target.place,
        help: `${meant(target)}Write the path from this file to the other one, or take the link out.`,
        ...retarget(target),
      });
    }
  },
};
