import {
  indicatorName,
  indicatorPlace,
  indicatorsOf,
  isMeasured,
  targetsOf,
} from '../indicators.ts';
import type { SectionRule } from '../rule.ts';

export const indicatorWithoutTarget: SectionRule = {
  id: 'indicator-without-target',
  severity: 'warning',
  summary: 'An indicator has no target.',
  sees: 'section',
  docs: {
    what: 'An indicator that gives a baseline, an actual value or a date, but does not say what shall be reached.',
    why: 'Without a target a number is a description, not a promise.',
    example: '- Pipes renewed: baseline 2 km in 2024',
    instead: '- Pipes renewed: target 14 km by 2030, baseline 2 km in 2024',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      const targets = targetsOf(indicator);
      if (!isMeasured(indicator) || targets.some(({ text }) => text !== '')) continue;
      report({
        message: `${indicatorName(section, indicator)} has no target.`,
        place: indicatorPlace(section, indicator),
        help: 'Say what shall be reached, and when: target 14 km by 2030.',
        part,
      });
    }
  },
};
