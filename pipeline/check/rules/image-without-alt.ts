import { namelessDrawings } from '../dropped-html.ts';
import { placeAt, placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const imageWithoutAlt: FileRule = {
  id: 'image-without-alt',
  severity: 'error',
  summary: 'An image has no text for those who cannot see it.',
  sees: 'file',
  docs: {
    what: 'An image with nothing between the square brackets, or a drawing (`<svg>`) with neither an `aria-label` nor a `<title>`.',
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
    if (!file.html.some((node) => /<svg/iu.test(node.value))) return;
    const groups = [...file.groups.map((group) => group.blocks), file.footnoteDefinitions];
    for (const offset of groups.flatMap(namelessDrawings)) {
      const end = file.source.text.indexOf('>', offset);
      report({
        message: 'The drawing has no text for those who cannot see it.',
        place: placeAt(file.source, offset, end < 0 ? file.source.text.length : end + 1),
        help: 'Say in it what it shows: <svg aria-label="Hot days rose from 4 to 31." …>.',
      });
    }
  },
};
