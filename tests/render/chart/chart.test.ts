/** Charts of indicators: when there is one, and where things stand in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorResult } from '../../../pipeline/model/draft.ts';
import { chartOf } from '../../../pipeline/render/chart/chart.ts';
import { viewIndicator } from '../../../pipeline/render/view.ts';
import { editionContext } from '../../support/edition-context.ts';
import { indicator } from '../../support/resolved.ts';

const value = (number: string) => ({ text: number, number });
const result = (kind: IndicatorResult['kind'], to: string, number: string): IndicatorResult => ({
  kind,
  to,
  value: value(number),
  set: 1,
});
const undated = (number: string): IndicatorResult => ({
  kind: 'actual',
  value: value(number),
  set: 1,
});
const words = (to: string): IndicatorResult => ({
  kind: 'actual',
  to,
  value: { text: 'more' },
  set: 1,
});

const plans = indicator('Plans converted', {
  unit: 'plans',
  results: [
    result('target', '2012', '1000'),
    result('actual', '2011-12-31', '829'),
    result('actual', '2014-03-01', '2562'),
    result('actual', '2024-01-06', '5825'),
    result('target', '2024', '6000'),
  ],
});

test('an indicator with values over time is drawn, the same each time', async () => {
  const { templates, labels } = await editionContext();
  const { chart } = viewIndicator(plans, { lang: 'en', html: () => '', href: () => '' });
  const drawn = templates.render('chart/values', { chart, labels, captioned: true });
  await expect(drawn).toMatchFileSnapshot('golden/plans.html');
  const again = { chart: chartOf(plans), labels, captioned: true };
  expect(templates.render('chart/values', again)).toBe(drawn);
});

test('what the indicator itself says counts too', () => {
  const own = indicator('Rooms', {
    baseline: { ...value('4'), date: '2024' },
    actual: { ...value('11'), date: '2026-03' },
    target: { ...value('64'), date: '2030' },
  });
  expect(chartOf(own)?.series.map(({ kind, marks }) => [kind, marks.length])).toEqual([
    ['actual', 2],
    ['target', 1],
  ]);
});

describe('there is none', () => {
  test.each([
    ['with two values', [result('actual', '2024', '1'), result('actual', '2025', '2')]],
    ['without dates', ['1', '2', '3'].map(undated)],
    ['on one day', ['1', '2', '3'].map((one) => result('actual', '2024-01-01', one))],
    ['of words', ['2024', '2025', '2026'].map(words)],
  ])('%s', (_, results) => {
    expect(chartOf(indicator('x', { results }))).toBeUndefined();
  });
});

test('everything stands inside, whatever the values', () => {
  const number = fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  );
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  const kind = fc.constantFrom('target' as const, 'actual' as const, 'baseline' as const);
  const one = fc.record({ kind, number, day });
  fc.assert(
    fc.property(fc.array(one, { minLength: 3, maxLength: 30 }), (values) => {
      const results = values.map((each) =>
        result(each.kind, each.day.toISOString().slice(0, 10), String(each.number)),
      );
      const chart = chartOf(indicator('x', { results }));
      if (chart === undefined) return;
      const marks = chart.series.flatMap((series) => series.marks);
      expect(marks).toHaveLength(values.length);
      for (const { x, y } of marks) {
        expect(x).toBeGreaterThanOrEqual(chart.inside.left);
        expect(x).toBeLessThanOrEqual(chart.inside.right);
        expect(y).toBeGreaterThanOrEqual(chart.inside.top - 0.1);
        expect(y).toBeLessThanOrEqual(chart.inside.bottom + 0.1);
      }
      expect(JSON.stringify(chart)).not.toMatch(/NaN|null|Infinity/u);
    }),
  );
});
