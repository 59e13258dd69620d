/** Which tables turn into cards on a phone, and what their cells then say. */
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { asCards } from '../../../pipeline/render/html/cards.ts';

const row = (name: string, cells: readonly string[], properties = {}) =>
  h(
    'tr',
    cells.map((text) => h(name, properties, text)),
  );

const table = (heads: readonly string[], ...rows: ReturnType<typeof row>[]) =>
  h('table', [h('thead', [row('th', heads)]), h('tbody', rows)]);

function markup(one: ReturnType<typeof table>): string {
  asCards(one);
  return unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: [one] });
}

test('each cell says its column, and all keep their roles', () => {
  expect(
    markup(table(['Street', 'Year', 'Trees'], row('td', ['Alder Street', '2027', '12']))),
  ).toBe(
    '<table class="cards" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader">Street</th><th role="columnheader">Year</th><th role="columnheader">Trees</th></tr></thead><tbody role="rowgroup"><tr role="row"><td role="cell" data-label="Street">Alder Street</td><td role="cell" data-label="Year">2027</td><td role="cell" data-label="Trees">12</td></tr></tbody></table>',
  );
});

test.each([
  ['two columns, which fit', table(['A', 'B'], row('td', ['1', '2']))],
  ['a row that lacks a cell', table(['A', 'B', 'C'], row('td', ['1', '2']))],
  ['a cell that spans', table(['A', 'B', 'C'], row('td', ['1', '2', '3'], { colSpan: 2 }))],
  ['no row of heads', h('table', [h('tbody', [row('td', ['1', '2', '3'])])])],
])('%s: the table stays one', (_name, one) => {
  expect(markup(one)).not.toContain('cards');
});
