import { indicatorName, indicatorsOf, measurePlace } from '../indicators.ts';
import type { SectionRule } from '../rule.ts';

export const indicatorWithoutUnit: SectionRule = {
  id: 'indicator-without-unit',
  severity: 'warning',
  summary: 'A number has no unit.',
  sees: 'section',
  docs: {
    what: 'An indicator whose values are bare numbers, with no unit beside them, in braces or in the column "Unit".',
    why: '"40" may be people, per cent or millions. Readers guess, and guess differently.',
    example: '- Staff trained: target 40 by 2030',
    instead: '- Staff trained: target 40 people by 2030',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      if (indicator.unit !== undefined) continue;
      const values = [indicator.target, indicator.baseline, indicator.actual].flatMap((one) =>
        one === undefined || one.text === '' ? [] : [one],
      );
      const [first] = values;
      if (first === undefined || !values.every(({ text }) => isBare(text))) continue;
      report({
        message: `${indicatorName(section, indicator)} has a number without a unit: "${first.text}".`,
        place: measurePlace(section, indicator, first.text, 'target'),
        help: 'Write the unit after the number, in braces as {unit: people}, or in a column "Unit".',
        part,
      });
    }
  },
};

/** Digits and their signs, and nothing that could be a unit. */
function isBare(text: string): boolean {
  return /^[\s\d.,'’+\-–<>≤≥±~]*\d[\s\d.,'’+\-–]*$/u.test(text);
}
