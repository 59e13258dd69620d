/** Indicators as a list or a table; what is no measure stays as it was written. */
import { toString as mdastText } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { readIndicators } from '../../pipeline/read/indicators.ts';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';

const read = (text: string) => readIndicators('a.md', parseMarkdown(text).children);

describe('an item', () => {
  test.each([
    [
      '- Meetings: target 1,200 by 2030',
      { target: { text: '1,200', number: '1200', date: '2030' } },
    ],
    [
      '- Share: baseline 12 % in 2024, target 40 %',
      {
        baseline: { text: '12 %', number: '12', date: '2024' },
        target: { text: '40 %', number: '40' },
      },
    ],
    [
      '- Cases: target 5.10 by 31 May 2030 {unit: cases}',
      { unit: 'cases', target: { text: '5.10', number: '5.10', date: '31 May 2030' } },
    ],
    [
      '- Deaths: target fewer than 20; status on track',
      { target: { text: 'fewer than 20', number: '20' }, status: 'on track' },
    ],
    ['- Range: target 3 to 5', { target: { text: '3 to 5' } }],
    ['- Bound: target ≥ 40', { target: { text: '≥ 40' } }],
  ])('%s', (text, expected) => {
    const [
      { name: _name, description, blocks: _blocks, place: _place, ...found } = { description: [] },
    ] = read(text);
    expect(found).toEqual({ relations: [], results: [], ...expected });
    expect(description).toEqual([]);
  });

  test.each([
    ['- Trust, in plain words', 'Trust, in plain words', ''],
    ['- Trust: grows every year', 'Trust', 'grows every year'],
    ['- Trust: target 5, and then some more, status fine, x', 'Trust', ''],
  ])('that is plain: %s', (text, name, description) => {
    const [found] = read(text);
    expect([found?.name, mdastText([...(found?.description ?? [])])]).toEqual([name, description]);
  });
});

test('a table is read by its columns, in four languages; others become words', () => {
  const [english, german] = [
    '| Indicator | Unit | Baseline | Target | By | Remark |\n| - | - | - | - | - | - |\n| Meetings | a year | 1 | 2 | 2030 | *new* |\n',
    '| Indikator | Einheit | Ausgangswert | Ziel | Bis |\n| - | - | - | - | - |\n| Treffen | im Jahr | 1 | 2 | 2030 |\n',
  ].map((text) => read(text)[0]);
  expect(english).toMatchObject({
    name: 'Meetings',
    unit: 'a year',
    target: { text: '2', date: '2030' },
  });
  expect(mdastText([...(english?.description ?? [])])).toBe('Remark: new ');
  expect(german).toMatchObject({ name: 'Treffen', unit: 'im Jahr', baseline: { number: '1' } });
});

test('a table without known columns names its indicators first', () => {
  expect(read('| What | Target |\n| - | - |\n| Meetings | 2 |\n')[0]).toMatchObject({
    name: 'Meetings',
    target: { number: '2' },
  });
});
