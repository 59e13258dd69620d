/** Tables that turn into cards on a phone: each cell says its column, and the roles stay when the looks go. */
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/** Marks a table that has one row of heads, a cell for each head in every row, and none that spans; others scroll. */
export function asCards(table: Element): void {
  const rows = rowsOf(table);
  const [heads, ...body] = rows.map((row) => ({ row, cells: cellsOf(row) }));
  if (heads === undefined || heads.cells.length < 3) return;
  const even = body.every(({ cells }) => cells.length === heads.cells.length);
  const whole = [heads, ...body].every(({ cells }) =>
    cells.every(({ properties }) => !spans(properties)),
  );
  const onlyHead = childrenOf(table, 'thead').flatMap((one) => childrenOf(one, 'tr')).length === 1;
  if (!even || !whole || !onlyHead || heads.cells.some(({ tagName }) => tagName !== 'th')) return;
  const labels = heads.cells.map((cell) => textOf(cell).trim());
  table.properties = { ...table.properties, className: ['cards'], role: 'table' };
  for (const group of table.children) {
    if (group.type !== 'element' || !/^t(?:head|body|foot)$/u.test(group.tagName)) continue;
    group.properties = { ...group.properties, role: 'rowgroup' };
  }
  for (const row of rows) row.properties = { ...row.properties, role: 'row' };
  for (const cell of heads.cells) cell.properties = { ...cell.properties, role: 'columnheader' };
  for (const { cells } of body) {
    for (const [index, cell] of cells.entries()) {
      const role = cell.tagName === 'th' ? 'rowheader' : 'cell';
      cell.properties = { ...cell.properties, role, dataLabel: labels[index] ?? '' };
    }
  }
}

function rowsOf(table: Element): readonly Element[] {
  return ['thead', 'tbody', 'tfoot']
    .flatMap((group) => childrenOf(table, group))
    .flatMap((group) => childrenOf(group, 'tr'));
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === name,
  );
}

function spans(properties: Element['properties']): boolean {
  return properties['colSpan'] !== undefined || properties['rowSpan'] !== undefined;
}
