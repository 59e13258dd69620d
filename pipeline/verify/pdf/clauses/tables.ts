/** Tables: whether rows and columns come out even, and whether each cell has a head (ISO 14289-1, 7.2 and 7.5). */
import { itemsOf, numberOf, textOf } from '../../../pdf/lookup.ts';
import type { TagNode } from '../../../pdf/tag-tree.ts';
import type { Clause } from '../clause.ts';
import type { PdfFile } from '../pdf-file.ts';

export const tableClauses: readonly Clause[] = [
  {
    id: '7.2-42',
    *check(file) {
      for (const widths of tablesOf(file).map((table) => rowWidths(file, table))) {
        const [first] = widths;
        const at = widths.findIndex((width) => width !== first);
        if (at < 0) continue;
        yield {
          message: `Row ${at + 1} of a table spans ${widths[at]} columns, the first ${first}.`,
        };
      }
    },
  },
  {
    id: '7.2-43',
    *check(file) {
      for (const rows of tablesOf(file).map((table) => rowsOf(file, table))) {
        const tooLong = rows.some((cells, at) =>
          cells.some((cell) => span(file, cell, 'RowSpan') > rows.length - at),
        );
        if (tooLong) yield { message: 'A cell spans more rows than its table has.' };
      }
    },
  },
  {
    id: '7.5-1',
    *check(file) {
      for (const table of tablesOf(file)) {
        const cells = rowsOf(file, table).flat();
        const named = new Set(cells.flatMap((cell) => headersOf(file, cell)));
        for (const cell of cells) {
          if (file.typeOf(cell) !== 'TH' || attribute(cell, 'Scope')) continue;
          if (cell.id === undefined || !named.has(cell.id)) {
            yield { message: 'The head of a row or column does not say of which (Scope).' };
          }
        }
      }
    },
  },
];

function tablesOf({ elements, typeOf }: PdfFile): readonly TagNode[] {
  return elements.filter((node) => typeOf(node) === 'Table');
}

/** The cells of each row, those of tables in cells left out. */
function rowsOf({ typeOf }: PdfFile, table: TagNode): readonly (readonly TagNode[])[] {
  const nodes = ({ kids }: TagNode) => kids.filter((kid): kid is TagNode => kid.kind === 'node');
  return nodes(table)
    .flatMap((kid) => (typeOf(kid) === 'TR' ? [kid] : nodes(kid)))
    .filter((kid) => typeOf(kid) === 'TR')
    .map((row) => nodes(row).filter((cell) => ['TH', 'TD'].includes(typeOf(cell))));
}

/** How many columns each row takes, with the cells that reach into it from above. */
function rowWidths(file: PdfFile, table: TagNode): readonly number[] {
  /** For each column how many rows more its cell reaches down. */
  let reaching: number[] = [];
  return rowsOf(file, table).map((cells) => {
    const row = [...reaching];
    const next = reaching.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    for (const cell of cells) {
      while ((row[column] ?? 0) > 0) column += 1;
      const columns = span(file, cell, 'ColSpan');
      for (let at = 0; at < columns; at += 1) {
        row[column + at] = 1;
        next[column + at] = span(file, cell, 'RowSpan') - 1;
      }
      column += columns;
    }
    reaching = next;
    return Array.from(row, (rows) => (rows ?? 0) > 0).filter(Boolean).length;
  });
}

/** No table is wider or longer than this; what says so is broken. */
const widest = 1000;

function span({ context }: PdfFile, cell: TagNode, key: string): number {
  return Math.min(widest, Math.max(1, numberOf(context, attribute(cell, key)) ?? 1));
}

function headersOf({ context }: PdfFile, cell: TagNode): readonly string[] {
  return itemsOf(context, attribute(cell, 'Headers')).flatMap(
    (item) => textOf(context, item) ?? [],
  );
}

function attribute(cell: TagNode, key: string) {
  return cell.attributes.get('Table')?.get(key);
}
