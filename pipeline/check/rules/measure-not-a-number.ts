import type { Measure } from '../../model/draft.ts';
import { indicatorName, indicatorsOf, measurePlace } from '../indicators.ts';
import type { SectionRule } from '../rule.ts';

export const measureNotANumber: SectionRule = {
  id: 'measure-not-a-number',
  severity: 'error',
  summary: 'A value looks like a number and is none.',
  sees: 'section',
  docs: {
    what: 'A target, baseline or actual value with a letter among its digits ("4O" with an O), with more signs than a number has ("1.2.3", "4,,000"), or with no digit where the indicator’s other value is a number.',
    why: 'Such a value cannot be compared with any other, and in StratML it is lost.',
    example: '- Pipes renewed: target 4O km by 2030, baseline 12 km in 2024',
    instead: '- Pipes renewed: target 40 km by 2030, baseline 12 km in 2024',
  },
  check(section, _context, report) {
    for (const { indicator, part } of indicatorsOf(section)) {
      const values = ['target', 'baseline', 'actual'] as const;
      for (const kind of values) {
        const value = indicator[kind];
        const others = values.flatMap((one) => (one === kind ? [] : [indicator[one]]));
        const wrong = value && wrongWords(value, others);
        if (value === undefined || wrong === undefined) continue;
        report({
          message: `${indicatorName(section, indicator)} has a ${kind} that is no number: "${wrong}".`,
          place: measurePlace(section, indicator, wrong, kind),
          help: 'Write the number in digits, with one decimal point at most: 40, 1,200 or 12.5.',
          part,
        });
      }
    }
  },
};

/** The piece of a value that is no number; undefined where nothing is wrong with it. */
function wrongWords(
  { text }: Measure,
  others: readonly (Measure | undefined)[],
): string | undefined {
  const tokens = text.match(/\S+/gu) ?? [];
  const mangled = tokens
    .map((token) => token.replace(/^[(<>≤≥~±+\-–]+|[)%.,;:]+$/gu, ''))
    .find(
      (token) =>
        /^[OIl]?\d[\d.,]*[OIl][\d.,OIl]*$|^[OIl]\d+[\d.,]*$/u.test(token) || isOverPointed(token),
    );
  if (mangled !== undefined) return mangled;
  const isWord = /^\p{L}[\p{L}\s-]*$/u.test(text) && !text.includes(' ');
  return isWord && others.some((other) => other?.number !== undefined) ? text : undefined;
}

/** `1.2.3`, `4,,000`, `1,20,0`: signs between digits that no way of writing numbers has. */
function isOverPointed(token: string): boolean {
  if (!/^\d[\d.,]*$/u.test(token) || (token.match(/[.,]/gu)?.length ?? 0) < 2) return false;
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u;
  const indian = /^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$/u;
  const day = /^\d{1,2}\.\d{1,2}\.\d{4}$/u;
  return ![grouped, indian, day].some((form) => form.test(token));
}
