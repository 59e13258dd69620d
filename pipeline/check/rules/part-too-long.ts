import { nameOf, startsHere } from '../names.ts';
import { wordsIn } from '../part-content.ts';
import type { SectionRule } from '../rule.ts';

export const partTooLong: SectionRule = {
  id: 'part-too-long',
  severity: 'warning',
  summary: 'A part has more words than the project allows.',
  sees: 'section',
  docs: {
    what: 'A part with more words than the project’s content model allows ("wordsAtMost: 60").',
    why: 'A recommendation of a page is not read in the meeting it was written for.',
    example:
      '## Recommendation\n\nIn view of the foregoing considerations, and without prejudice to …',
    instead: '## Recommendation\n\nMend the leaks by 2030.',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      const most = part.definition?.wordsAtMost;
      if (most === undefined || part.state !== 'filled') continue;
      const words = wordsIn(part);
      if (words <= most) continue;
      report({
        message: `${nameOf(section)} has ${words} words under "${part.heading.value}", where at most ${most} are allowed.`,
        place: part.heading.place,
        help: `Cut ${words - most} ${words - most === 1 ? 'word' : 'words'}, or move some of the text to another part.`,
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
