import { placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const imageWithoutAlt: FileRule = {
  id: 'image-without-alt',
  severity: 'error',
  summary: 'An image has no text for those who cannot see it.',
  sees: 'file',
  docs: {
    what: 'An image with nothing between the square brackets.',
    why: 'Who listens to the briefing hears "image" and nothing else; PDF/UA and WCAG (1.1.1) both ask for the text.',
    example: '![](images/heat-days.png)',
    instead: '![Hot days a year rose from 4 in 1990 to 31 in 2025.](images/heat-days.png)',
  },
  check(file, _context, report) {
    for (const image of [...file.images, ...file.imageReferences]) {
      if ((image.alt ?? '').trim() !== '') continue;
      report({
        message:
          image.type === 'image'
            ? `The image "${image.url}" has no text for those who cannot see it.`
            : `The image "${image.label ?? image.identifier}" has no text for those who cannot see it.`,
        place: placeOf(file.source, image),
        help: 'Write between the square brackets what the image says: ![Hot days a year rose from 4 to 31.](…).',
      });
    }
  },
};
