import type { FileRule } from '../rule.ts';
import { brokenTargets } from '../targets.ts';

export const imageOutsidePlan: FileRule = {
  id: 'image-outside-plan',
  severity: 'error',
  summary: 'An image lies outside the plan’s folder.',
  sees: 'file',
  docs: {
    what: 'An image whose path leads out of the plan’s folder, or starts at the root of the machine.',
    why: 'What is published must be what is in the plan’s folder. A path out of it works on one machine only, and could publish a file that nobody meant.',
    example: '![Hot days a year](../../pictures/heat-days.png)',
    instead: '![Hot days a year](images/heat-days.png)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.from !== 'image' || target.reason !== 'outside-plan') continue;
      report({
        message: `The image "${target.url}" lies outside the plan’s folder.`,
        place: target.place,
        help: 'Copy the image into the plan’s folder and write the path from this file to the copy.',
      });
    }
  },
};
