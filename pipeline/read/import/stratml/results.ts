/** The targets and actual values of an indicator, and the table they are written as. */
import type { Table, TableCell } from 'mdast';
import type { IndicatorResult } from '../../../model/draft.ts';
import { inSets, resultColumns } from '../../indicator-results.ts';
import { phrasing } from '../text.ts';
import { lineOf } from './leaf-text.ts';
import { childLine, childText, ownText, type Reading } from './reading.ts';
import type { XmlElement } from './xml-element.ts';

/** A result as its cells are written. */
type Row = Readonly<Record<Exclude<keyof typeof resultColumns, 'set' | 'result'>, string>> & {
  readonly result: IndicatorResult['kind'];
  readonly set: number;
};

/** StratML's own MeasurementInstances, or what others have written in their place. */
export function resultsIn(element: XmlElement, reading: Reading): readonly Row[] {
  const sets = element
    .all('MeasurementInstance')
    .map((instance) => [
      ...instance.all('TargetResult').flatMap((one) => rowOf('target', one, reading)),
      ...instance.all('ActualResult').flatMap((one) => rowOf('actual', one, reading)),
    ]);
  const series = wildSeries(element, reading);
  const wild = [
    ...element.all('Baseline').flatMap((one) => rowOf('baseline', one, reading)),
    ...element.all('ActualResult').flatMap((one) => rowOf('actual', one, reading)),
    ...element.all('Target').flatMap((one) => rowOf('target', one, reading)),
    ...[element.first('Current') ?? []].flat().flatMap((one) => rowOf('actual', one, reading)),
    ...element.all('Actual').flatMap((one) => rowOf('actual', one, reading)),
  ];
  if (wild.length > 0 || series.length > 0) {
    reading.tell(
      'repaired',
      'The values of this indicator stand in elements that StratML does not know; they are read as its results.',
      element.at,
    );
  }
  const filled = [...sets, ...series, wild].filter((rows) => rows.length > 0);
  return filled.flatMap((rows, index) => rows.map((row) => ({ ...row, set: index + 1 })));
}

/** `<ActualResults><Result><Date/><Actual/><Target/></Result></ActualResults>`, as one tool writes a series: a set each. */
function wildSeries(element: XmlElement, reading: Reading): Omit<Row, 'set'>[][] {
  const results = element.first('ActualResults')?.all('Result') ?? [];
  return results.map((one) => {
    const to = childLine(one, 'Date', reading) || childLine(one, 'Period', reading);
    return [
      ...one.all('Target').flatMap((target) => rowOf('target', target, reading, to)),
      ...one.all('Actual').flatMap((actual) => rowOf('actual', actual, reading, to)),
    ];
  });
}

function rowOf(
  result: Row['result'],
  element: XmlElement,
  reading: Reading,
  date = '',
): Omit<Row, 'set'>[] {
  const line = (...names: string[]) =>
    names.map((name) => childLine(element, name, reading)).find((text) => text !== '') ?? '';
  const own = element.children.length === 0 ? lineOf(ownText(element, reading.tell)) : '';
  const descriptor = element.first('Descriptor');
  const row = {
    result,
    from: line('StartDate'),
    to: line('EndDate', 'Period', 'Date') || date,
    value: line('NumberOfUnits', 'MeasureValue', 'Value') || own,
    measure: descriptor ? childLine(descriptor, 'DescriptorName', reading) : '',
    reading: descriptor ? childLine(descriptor, 'DescriptorValue', reading) : '',
    note: noteOf(element, reading),
  };
  const { result: _, ...texts } = row;
  if (Object.values(texts).every((text) => text === '')) {
    reading.tell('empty', `A <${element.written}> has nothing in it; it is left out.`, element.at);
    return [];
  }
  const kind = row.measure.toLowerCase() === 'baseline' ? 'baseline' : result;
  return [{ ...row, result: kind }];
}

/** A cell holds one line. */
function noteOf(element: XmlElement, reading: Reading): string {
  const text = childText(element, 'Description', reading);
  const line = lineOf(text);
  const child = element.first('Description');
  if (line !== text && child !== undefined) {
    reading.tell('repaired', 'Paragraphs of a note on a result are written in one line.', child.at);
  }
  return line;
}

const columns = ['from', 'to', 'value', 'measure', 'reading', 'note'] as const;

/** The table, with the columns that have something in them; undefined where there is no result. */
export function resultTable(rows: readonly Row[]): Table | undefined {
  if (rows.length === 0) return undefined;
  const used = columns.filter((column) => rows.some((row) => row[column] !== ''));
  const guessed = inSets(rows.map(({ result }) => ({ kind: result, set: undefined })));
  const numbered = rows.some((row, index) => row.set !== guessed[index]?.set);
  const names = ['result' as const, ...used, ...(numbered ? (['set'] as const) : [])];
  const cells = rows.map((row) => names.map((name) => cell(String(row[name]))));
  return {
    type: 'table',
    children: [names.map((name) => cell(resultColumns[name][0])), ...cells].map((children) => ({
      type: 'tableRow',
      children,
    })),
  };
}

function cell(text: string): TableCell {
  return { type: 'tableCell', children: phrasing(text) };
}
