import type { FileRule } from '../rule.ts';
import { brokenTargets } from '../targets.ts';

export const remoteImage: FileRule = {
  id: 'remote-image',
  severity: 'error',
  summary: 'An image would be fetched from the web.',
  sees: 'file',
  docs: {
    what: 'An image whose address is on the web.',
    why: 'Print and EPUB carry their images along, and a web page that fetches one tells another server who reads it. The image could also change or vanish.',
    example: '![Hot days a year](https://example.org/heat-days.png)',
    instead: '![Hot days a year](images/heat-days.png)',
  },
  check(file, _context, report) {
    for (const target of brokenTargets(file)) {
      if (target.reason !== 'remote-image') continue;
      report({
        message: `The image "${target.url}" is on the web.`,
        place: target.place,
        help: 'Save the image in the plan’s folder and write the path from this file to it.',
      });
    }
  },
};
