import { toString as plainText } from 'mdast-util-to-string';
import { nameOf, startsHere } from '../names.ts';
import { placeOf } from '../places.ts';
import type { SectionRule } from '../rule.ts';

export const waivedPart: SectionRule = {
  id: 'waived-part',
  severity: 'info',
  summary: 'A part is left out on purpose.',
  sees: 'section',
  docs: {
    what: 'A part that is waived by "none: the reason". This is no fault: it is told so that whoever approves a plan sees every waiver with its reason.',
    why: 'A check that passes must not hide what was left out.',
    example: '## Indicators\n\nnone: The source text of this section names no indicators.',
    instead: '## Indicators\n\n- Joint exercises: target 2 a year by 2020',
  },
  check(section, _context, report) {
    for (const part of section.parts) {
      const reason = plainText(part.waiver ?? []);
      const [first] = part.content;
      if (part.state !== 'waived' || reason === '') continue;
      report({
        message: `${nameOf(section)} waives "${part.heading.value}": ${reason}`,
        place: first === undefined ? part.heading.place : placeOf(section.source, first),
        help: 'Write the part once there is something to say; until then nothing needs doing.',
        related: [startsHere(section)],
        part: part.definition,
      });
    }
  },
};
