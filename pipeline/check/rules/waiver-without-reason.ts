import { nameOf, startsHere } from '../names.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const waiverWithoutReason: SectionRule = {
  id: 'waiver-without-reason',
  severity: 'error',
  summary: 'A part is waived without saying why.',
  sees: 'section',
  docs: {
    what: 'A part that says "none" or "none:" and gives no reason after the colon.',
    why: 'The editions print the reason: "None, because …". Without one, a reader cannot tell a decision from an oversight.',
    example: '## Indicators\n\nnone:',
    instead: '## Indicators\n\nnone: The source text of this section names no indicators.',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      if (part.state !== 'waived' || (part.waiver ?? []).length > 0) continue;
      const [first] = part.content;
      report({
        message: `${nameOf(section)} waives "${part.heading.value}" without a reason.`,
        place: first === undefined ? part.heading.place : placeOf(section.source, first),
        help: 'Write the reason after the colon, in the words that readers shall see: none: the reason.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
