import { indicatorName, indicatorsOf, measurePlace } from '../indicators.ts';
import { periodOf } from '../period.ts';
import type { SectionRule } from '../rule.ts';

export const targetBeforeBaseline: SectionRule = {
  id: 'target-before-baseline',
  severity: 'error',
  summary: 'A target is due before its baseline was taken.',
  sees: 'section',
  docs: {
    what: 'An indicator whose target has an earlier date than its baseline.',
    why: 'Progress is counted from the baseline to the target: the two dates are swapped, or one of them is wrong.',
    example: '- Pipes renewed: target 14 km by 2024, baseline 2 km in 2030',
    instead: '- Pipes renewed: target 14 km by 2030, baseline 2 km in 2024',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      const { target, baseline } = indicator;
      const due = target?.date === undefined ? undefined : periodOf(target.date);
      const from = baseline?.date === undefined ? undefined : periodOf(baseline.date);
      if (due === undefined || from === undefined || due.last >= from.first) continue;
      report({
        message: `${indicatorName(section, indicator)} has a target for ${target?.date}, before its baseline of ${baseline?.date}.`,
        place: measurePlace(section, indicator, target?.date ?? '', 'target'),
        help: 'Correct one of the two dates: the baseline comes first.',
        part,
      });
    }
  },
};
