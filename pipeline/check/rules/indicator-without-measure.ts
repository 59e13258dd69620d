import { indicatorName, indicatorPlace, indicatorsOf, isMeasured } from '../indicators.ts';
import type { SectionRule } from '../rule.ts';

export const indicatorWithoutMeasure: SectionRule = {
  id: 'indicator-without-measure',
  severity: 'warning',
  summary: 'An indicator says nothing that can be measured.',
  sees: 'section',
  docs: {
    what: 'An indicator with neither a target nor a baseline nor an actual value: a sentence in the list, or a row of the table with no value in it. An item that says `{type: Qualitative}` is left alone.',
    why: 'Nobody can say afterwards whether such an indicator was met.',
    example: '## Indicators\n\n- People feel safer',
    instead: '## Indicators\n\n- People who feel safe: target 80 % by 2030, baseline 61 % in 2025',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      if (isMeasured(indicator) || indicator.type?.toLowerCase() === 'qualitative') continue;
      report({
        message: `${indicatorName(section, indicator)} says nothing that can be measured.`,
        place: indicatorPlace(section, indicator),
        help: 'Write a value after the name, such as target 80 % by 2030, or {type: Qualitative} where there is nothing to count.',
        part,
      });
    }
  },
};
