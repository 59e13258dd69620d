/** Results of an indicator as MeasurementInstances. */
import type { Element } from 'xast';
import type { IndicatorResult, Measure } from '../../model/draft.ts';
import type { ResolvedIndicator } from '../../model/resolved.ts';
import { daysOf } from '../days.ts';
import { element, leaf } from './element.ts';
import type { Lose } from './losses.ts';

/** One for each set of the table, and one for what the indicator itself says. */
export function instances(indicator: ResolvedIndicator, lose: Lose): Element[] {
  const sets = new Map<number, IndicatorResult[]>();
  for (const result of indicator.results) {
    sets.set(result.set, [...(sets.get(result.set) ?? []), result]);
  }
  const own = ownResults(indicator);
  return [...sets.values(), ...(own.length === 0 ? [] : [own])].map((results) =>
    element(
      'MeasurementInstance',
      results.map((result) => resultElement(result, lose)),
    ),
  );
}

/** Target, baseline and actual value of `- Name: target 40 % by 2030, …`. */
function ownResults({ baseline, target, actual }: ResolvedIndicator): IndicatorResult[] {
  const result = (kind: IndicatorResult['kind'], value: Measure | undefined): IndicatorResult[] =>
    value === undefined
      ? []
      : [{ kind, value, set: 1, ...(value.date === undefined ? {} : { to: value.date }) }];
  return [
    ...result('target', target),
    ...result('baseline', baseline),
    ...result('actual', actual),
  ];
}

/** xsd:decimal. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u;

function resultElement(result: IndicatorResult, lose: Lose): Element {
  const { from, to, value, kind, measure, reading, note } = result;
  const start = from === undefined ? undefined : daysOf(from);
  const end = to === undefined ? undefined : daysOf(to);
  const isDay = end?.first === end?.last;
  const words: string[] = [];
  if (to !== undefined && (end === undefined || !isDay)) {
    lose('date', to);
    words.push(to);
  }
  if (from !== undefined && start === undefined) {
    lose('date', from);
    words.push(from);
  }
  const plain = value !== undefined && decimal.test(value.text) ? value.text : undefined;
  if (value !== undefined && value.text !== '' && plain === undefined) {
    lose('value', value.text);
    words.push(value.text);
  }
  return element(kind === 'target' ? 'TargetResult' : 'ActualResult', [
    leaf('StartDate', start?.first ?? (isDay ? undefined : end?.first)),
    leaf('EndDate', end?.last),
    leaf('NumberOfUnits', plain ?? value?.number),
    descriptor(kind === 'baseline' && measure === undefined ? 'Baseline' : measure, reading),
    leaf('Description', [...words, ...(note === undefined ? [] : [note])].join('; ')),
  ]);
}

function descriptor(name: string | undefined, value: string | undefined): Element | undefined {
  return name === undefined && value === undefined
    ? undefined
    : element('Descriptor', [leaf('DescriptorName', name), leaf('DescriptorValue', value)]);
}
