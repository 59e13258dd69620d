import type { FileRule } from '../rule.ts';
import { brokenTargets, meant, retarget } from '../targets.ts';

export const missingImage: FileRule = {
  id: 'missing-image',
  severity: 'error',
  summary: 'An image’s file is not there.',
  sees: 'file',
  docs: {
    what: 'An image whose file does not exist in the plan’s folder, or whose name differs in upper and lower case.',
    why: 'The page would show a hole, and the EPUB would not be valid.',
    example: '![Hot days a year](images/heat-day.png)',
    instead: '![Hot days a year](images/heat-days.png)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.from !== 'image') continue;
      if (target.reason !== 'no-such-file' && target.reason !== 'case-differs') continue;
      report({
        message:
          target.reason === 'case-differs'
            ? `The image "${target.url}" differs from the file’s name in upper and lower case.`
            : `The image "${target.url}" is not there.`,
        place: target.place,
        help: `${meant(target)}Put the image into the plan’s folder and write the path from this file to it.`,
        ...retarget(target),
      });
    }
  },
};
