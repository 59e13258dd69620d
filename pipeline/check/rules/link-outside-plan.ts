import type { FileRule } from '../rule.ts';
import { brokenTargets } from '../targets.ts';

export const linkOutsidePlan: FileRule = {
  id: 'link-outside-plan',
  severity: 'error',
  summary: 'A link leads to a file outside the plan’s folder.',
  sees: 'file',
  docs: {
    what: 'A link to a file whose path leads out of the plan’s folder, or starts at the root of the machine.',
    why: 'The file is not published with the plan, so that the link works on the author’s machine and nowhere else.',
    example: '[the annex](../../other/annex.pdf)',
    instead: '[the annex](annex.pdf)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.from !== 'link' || target.reason !== 'outside-plan') continue;
      report({
        message: `The link to "${target.url}" leads out of the plan’s folder.`,
        place: target.place,
        help: 'Copy the file into the plan’s folder and link to the copy, or link to its address on the web.',
      });
    }
  },
};
