import { indicatorName, indicatorsOf, measurePlace, targetsOf } from '../indicators.ts';
import { periodOf } from '../period.ts';
import type { SectionRule } from '../rule.ts';

export const targetDatePast: SectionRule = {
  id: 'target-date-past',
  severity: 'warning',
  summary: 'A target was due before the plan began.',
  sees: 'section',
  docs: {
    what: 'A target whose date lies before the plan’s own: before its "start", or its "date" where it has no start. A plan without either has no such finding, nor has a table of results that tells what came of the targets.',
    why: 'What was due before the plan began can no longer be reached by it. Most often the year is left from an earlier plan.',
    example: '- Pipes renewed: target 14 km by 2019',
    instead: '- Pipes renewed: target 14 km by 2030',
  },
  check(section, { matter }, report) {
    const begins = matter.start ?? matter.date;
    if (begins === undefined) return;
    for (const { indicator, part } of indicatorsOf(section)) {
      const dated = targetsOf(indicator).filter(({ date }) => date !== undefined);
      const late = dated.filter(({ date = '' }) => {
        const period = periodOf(date);
        return period !== undefined && period.last < begins;
      });
      const [first] = late;
      // A series of results may well begin before the plan, as long as it reaches into it or tells what came of it.
      if (first?.date === undefined || late.length < dated.length) continue;
      if (indicator.results.some(({ kind }) => kind === 'actual')) continue;
      report({
        message: `${indicatorName(section, indicator)} has a target that was due by ${first.date}, before the plan began on ${begins}.`,
        place: measurePlace(section, indicator, first.date, first.text),
        help: 'Set a date within the plan’s time, or take the target out.',
        part,
      });
    }
  },
};
