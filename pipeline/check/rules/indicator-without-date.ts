import { indicatorName, indicatorsOf, measurePlace, targetsOf } from '../indicators.ts';
import type { SectionRule } from '../rule.ts';

export const indicatorWithoutDate: SectionRule = {
  id: 'indicator-without-date',
  severity: 'warning',
  summary: 'A target has no date.',
  sees: 'section',
  docs: {
    what: 'An indicator with a target that does not say by when: no "by 2030" in the list, nothing in the column "By" of the table.',
    why: 'A target without a date can be missed forever without anybody noticing.',
    example: '- Pipes renewed: target 14 km',
    instead: '- Pipes renewed: target 14 km by 2030',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      const targets = targetsOf(indicator).filter(({ text }) => text !== '');
      const [first] = targets;
      if (first === undefined || targets.some(({ date }) => date !== undefined)) continue;
      report({
        message: `${indicatorName(section, indicator)} has a target without a date: "${first.text}".`,
        place: measurePlace(section, indicator, first.text, 'target'),
        help: 'Say by when: "target … by 2030" in a list, or the column "By" in a table.',
        part,
      });
    }
  },
};
