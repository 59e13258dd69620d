/** A run is what inline marks are matched in. Splitting too finely would let a costly paragraph through. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';
import { inlineRuns } from '../../pipeline/read/runs.ts';

function runs(text: string): string[] {
  return [...inlineRuns(text)].map(({ offset, length }) => text.slice(offset, offset + length));
}

test.each([
  ['two paragraphs', 'a\nb\n\nc', ['a\nb\n', 'c']],
  ['a list', '- a\n- b\n  more\n- c', ['- a\n', '- b\n  more\n', '- c']],
  ['a numbered list', '1. a\n2. b\n', ['1. a\n', '2. b\n']],
  [
    'a paragraph with a number at a line’s start',
    'It was in\n1985. A year.',
    ['It was in\n1985. A year.'],
  ],
  ['a table', '| a | b |\n| - | - |\n| c | d |\n', ['| a | b |\n', '| - | - |\n', '| c | d |\n']],
  ['no table: the columns differ', 'a | b\n-\nc', ['a | b\n-\nc']],
  ['a quotation', '> a\n>\n> b', ['> a\n', '> b']],
  ['notes', '[^1]: a\n[^2]: b\n', ['[^1]: a\n', '[^2]: b\n']],
  [
    'definitions, and a text after them',
    '[a]: b\n[c]: d\ntext\n[e]: f',
    ['[a]: b\n', '[c]: d\n', 'text\n[e]: f'],
  ],
])('%s', (_name, text, expected) => {
  expect(runs(text)).toEqual(expected);
});

test('marks, rows of backticks and cells are counted', () => {
  expect([...inlineRuns('*a* `` ` `` <b>')]).toEqual([
    { offset: 0, length: 15, paired: 5, lookahead: 4, cells: 0 },
  ]);
  expect([...inlineRuns('|a|b|\n|-|-|\nc\n')].map((run) => run.cells)).toEqual([9, 0, 0]);
});

test('no paragraph is longer than the run it is in', () => {
  const piece = fc.constantFrom(
    'a',
    '*b',
    '- c',
    '1. d',
    '2. e',
    '|f',
    '|-|',
    '-',
    '[g]: h',
    '[^i]: j',
    '> ',
    '    ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '# ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const spans = [...inlineRuns(text)].map(
        ({ offset, length }) => [offset, offset + length] as const,
      );
      for (const { start, end } of paragraphs(parseMarkdown(text))) {
        expect(spans.some(([from, to]) => from <= start && end <= to)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

function paragraphs(node: Nodes): { start: number; end: number }[] {
  if (node.type === 'paragraph') {
    const { start, end } = node.position ?? {};
    return [{ start: start?.offset ?? 0, end: end?.offset ?? 0 }];
  }
  return 'children' in node ? node.children.flatMap(paragraphs) : [];
}
