import { toString as plainText } from 'mdast-util-to-string';
import { placeOf } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const tableWithoutHeader: FileRule = {
  id: 'table-without-header',
  severity: 'error',
  summary: 'A table’s head says nothing.',
  sees: 'file',
  docs: {
    what: 'A table whose first row is empty. One empty cell above the first column is fine.',
    why: 'A screen reader says the column’s name with each figure. Without names a table is a row of numbers.',
    example: '| | |\n| --- | --- |\n| 2025 | 31 |',
    instead: '| Year | Hot days |\n| --- | --- |\n| 2025 | 31 |',
  },
  check(file, _context, report) {
    for (const table of file.tables) {
      const [head] = table.children;
      if (head === undefined || plainText(head).trim() !== '') continue;
      report({
        message: 'The table has no column names.',
        place: placeOf(file.source, head),
        help: 'Write the name of each column into the first row.',
      });
    }
  },
};
