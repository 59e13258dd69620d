/** Where a formula that is longer than a line is broken. */
import type { Element, Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { copyFlow } from '../../../pipeline/render/flow.ts';
import { breakFormulas } from '../../../pipeline/render/pdf/break-formulas.ts';
import { flow } from '../../support/resolved.ts';

/** The lines of a formula, as text. */
function lines(row: string, display = 'block'): readonly string[] {
  const root: Root = copyFlow(flow(`<math display="${display}">${row}</math>`));
  breakFormulas(root);
  const rows: Element[] = [];
  visit(root, 'element', (node) => {
    if (node.tagName === 'mtr') rows.push(node);
  });
  const shown = rows.length > 0 ? rows : root.children;
  return shown.map((one) => hastText(one));
}

const sum = (count: number, from = 'a') =>
  Array.from({ length: count }, () => `<mi>${from}</mi>`).join('<mo>+</mo>');

test('one that fits stays as it is', () => {
  expect(lines(`<mi>y</mi><mo>=</mo>${sum(5)}`)).toEqual(['y=a+a+a+a+a']);
});

test('a long one ends its lines before what adds', () => {
  expect(lines(`<mi>y</mi><mo>=</mo>${sum(20)}`)).toEqual([
    `y=${Array.from({ length: 15 }, () => 'a').join('+')}`,
    '+a+a+a+a+a',
  ]);
});

test('before what relates, where that leaves no short line', () => {
  expect(lines(`<mrow>${sum(10)}<mo>=</mo>${sum(12, 'b')}</mrow>`)).toEqual([
    Array.from({ length: 10 }, () => 'a').join('+'),
    `=${Array.from({ length: 12 }, () => 'b').join('+')}`,
  ]);
});

test('what has no place to break, and what stands in a line of text, stays whole', () => {
  expect(lines(`<mfrac><mrow>${sum(40)}</mrow><mn>2</mn></mfrac>`)).toHaveLength(1);
  expect(lines(sum(40), 'inline')).toHaveLength(1);
});
