/** What is refused before it is parsed, and what is not. The parser would take minutes for some of these. */
import { describe, expect, test } from 'vitest';
import { excessOf } from '../../pipeline/read/bounds.ts';
import { readPlan } from '../support/read.ts';

const many = (text: string, count: number) => text.repeat(count);

describe('is refused, within a second', () => {
  test.each([
    ['a list of 40,000 items', many('- item\n', 40_000), 'file-too-large', '1:1'],
    [
      'a table of 100,000 rows',
      `|a|b|\n|-|-|\n${many('|x|y|\n', 100_000)}`,
      'file-too-large',
      '1:1',
    ],
    [
      'a table of 1,000 columns',
      `${many('a|', 1000)}\n${many('-|', 1000)}\n${many('x\n', 900)}`,
      'paragraph-too-dense',
      '3:1',
    ],
    [
      '35 kB of nested emphasis',
      many('*a ', 5000) + many('b* ', 5000),
      'paragraph-too-dense',
      '3:1',
    ],
    [
      '2,000 paragraphs of emphasis',
      many(`${many('*a ', 100)}${many('b* ', 100)}\n\n`, 2000),
      'file-too-large',
      '1:1',
    ],
    ['50,000 closing brackets', many(']', 50_000), 'paragraph-too-dense', '3:1'],
    ['50,000 opening brackets', many('![', 25_000), 'paragraph-too-dense', '3:1'],
    [
      '2,000 comments without an end',
      many(`a <!-- ${many('b', 300)}`, 2000),
      'paragraph-too-dense',
      '3:1',
    ],
    [
      '1,000 rows of backticks of different lengths',
      Array.from({ length: 1000 }, (_, n) => `a${many('`', (n % 100) + 1)}${many('b', 300)}`).join(
        '',
      ),
      'paragraph-too-dense',
      '3:1',
    ],
    [
      '1,500 signs "<" in a paragraph of 60 kB',
      many(`< ${many('b', 38)}`, 1500),
      'paragraph-too-dense',
      '3:1',
    ],
    [
      'a table of 500 columns and 500 rows of one cell',
      `${many('a|', 500)}\n${many('-|', 500)}\n${many('x\n', 500)}`,
      'paragraph-too-dense',
      '3:1',
    ],
    ['100,000 addresses', many('a@b.c ', 100_000), 'file-too-large', '1:1'],
    ['10,000 nested quotations', `${many('> ', 10_000)}deep`, 'nesting-too-deep', '3:1'],
    [
      '10,000 nested quotations without spaces',
      `${many('>', 10_000)}deep`,
      'nesting-too-deep',
      '3:1',
    ],
    ['300 nested lists on one line', `${many('- ', 300)}deep`, 'nesting-too-deep', '3:1'],
    [
      '300 nested lists, one a line',
      Array.from({ length: 300 }, (_, n) => `${many('  ', n)}- a\n`).join(''),
      'nesting-too-deep',
      '103:1',
    ],
    [
      '300 nested numbered lists',
      Array.from({ length: 300 }, (_, n) => `${many('   ', n)}1. a\n`).join(''),
      'nesting-too-deep',
      '103:1',
    ],
    [
      '300 levels of emphasis',
      many('*a **b ', 150) + many('b** a* ', 150),
      'nesting-too-deep',
      '3:867',
    ],
    ['10 MB in one paragraph', many('word ', 2_000_000), 'file-too-large', '1:1'],
    ['100,000 empty lines', many('\n', 100_000), 'file-too-large', '1:1'],
  ])('%s', (_name, text, rule, at) => {
    const started = performance.now();
    const plan = readPlan({ 'plan.md': `# P\n\n${text}` });
    expect(plan.faults.map((fault) => fault.rule)).toEqual([rule]);
    const [fault] = plan.faults;
    if (at === '1:1') expect(fault?.place.path).toBe('plan/plan.md');
    else expect(`${fault?.place.start.line}:${fault?.place.start.column}`).toBe(at);
    expect(plan.sources).toEqual([{ path: 'plan/plan.md', text: '' }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('is read', () => {
  const plain = many('A sentence of plain words, as most of them are in a plan.\n', 25);
  const page = `${plain}${many('Some *words* and a [link](https://example.org/a_b).\n', 5)}\n`;
  test.each([
    ['a plan of five hundred pages', many(page, 500)],
    [
      'a table of 300 rows with ten columns of links',
      `${many('|a', 10)}|\n${many('|-', 10)}|\n${many(`${many('|[a](b)', 10)}|\n`, 300)}`,
    ],
    ['a list of 1,000 sources', many('- *A title*, [here](https://example.org/x_y).\n', 1000)],
    [
      '600 notes',
      Array.from(
        { length: 600 },
        (_, n) => `[^${n}]: See *there*, [p. 4](https://example.org/a_b).\n`,
      ).join(''),
    ],
    [
      '2,000 definitions',
      Array.from({ length: 2000 }, (_, n) => `[d${n}]: https://example.org/a_b\n`).join(''),
    ],
    ['20 levels of lists', Array.from({ length: 20 }, (_, n) => `${many('  ', n)}- a\n`).join('')],
    ['a line across the page', many('* ', 300)],
    ['a megabyte of spaces', many(' ', 999_000)],
  ])('%s', (_name, text) => {
    expect(excessOf(text)).toBeUndefined();
  });
});
