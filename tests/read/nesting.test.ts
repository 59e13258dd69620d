/** Depth is told from marks alone; it must never be less than the parser finds. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { linesOf } from '../../pipeline/read/lines.ts';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';
import { depthCounter } from '../../pipeline/read/nesting.ts';

function depths(text: string): number[] {
  const depthOf = depthCounter();
  return [...linesOf(text)].map((line) => depthOf(line.text));
}

test.each([
  ['text', [0]],
  ['> quoted', [1]],
  ['>> twice', [2]],
  ['>- a list in it', [2]],
  ['- a\n  - b\n    - c\n- d\n', [1, 2, 3, 1]],
  ['- a\n\n  its text\n\nmore', [1, 0, 1, 0, 0]],
  ['1. a\n   1. b\n', [1, 2]],
  ['- - - a', [3]],
  ['- - -', [0]],
  ['* * * *', [0]],
  ['\t- a\n\t\t- b', [1, 2]],
  ['-a', [0]],
])('%j: %j', (text, expected) => {
  expect(depths(text)).toEqual(expected);
});

test('the parser finds no more levels than that', () => {
  const piece = fc.constantFrom(
    '- ',
    '> ',
    '>',
    '1. ',
    '* ',
    ' ',
    '  ',
    '\t',
    'a',
    '\n',
    '\n\n',
    '-',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      // A line across the page looks like a list mark or two, and opens nothing.
      const most = Math.max(0, ...depths(text));
      expect(deepest(parseMarkdown(text))).toBeLessThanOrEqual(most + 2);
    }),
    { numRuns: 500 },
  );
});

/** Quotations and list items around a node, at most. */
function deepest(node: Nodes): number {
  const own = node.type === 'blockquote' || node.type === 'listItem' ? 1 : 0;
  const below = 'children' in node ? node.children.map(deepest) : [];
  return own + Math.max(0, ...below);
}
