/** How deep quotations and lists stand inside one another, told from the marks that open lines. */

const mark = /([ \t]*)(>|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$))/uy;
/** Looks like list marks, and is a line across the page. */
const thematicBreak = /^[ \t]*(?:[-\t ]{2,}|[*\t ]{2,})[\r\n]*$/u;

/**
 * A function to be asked line by line, from the first. It tells the depth of the line: the marks it opens with, in
 * the lists above it that its indentation belongs to. Never less than the parser finds.
 */
export function depthCounter(): (line: string) => number {
  /** Columns of the marks that are open, from the outermost. */
  const open: number[] = [];
  return (line) => {
    const columns = thematicBreak.test(line) ? [] : columnsOfMarks(line);
    if (columns.length === 0) {
      const indent = widen(0, /^[ \t]*/u.exec(line)?.[0] ?? '');
      return open.filter((column) => column < indent).length;
    }
    const first = columns[0] ?? 0;
    while ((open.at(-1) ?? -1) >= first) open.pop();
    for (const column of columns) open.push(column);
    return open.length;
  };
}

/** The columns of the marks of quotations and lists that a line opens with. */
function columnsOfMarks(line: string): number[] {
  const columns: number[] = [];
  let end = 0;
  mark.lastIndex = 0;
  for (let match = mark.exec(line); match !== null; match = mark.exec(line)) {
    const [, space = '', sign = ''] = match;
    const column = widen(end, space);
    columns.push(column);
    end = column + sign.length;
  }
  return columns;
}

/** The column after more white space, with tab stops every four columns. */
function widen(column: number, space: string): number {
  let widened = column;
  for (const character of space) widened += character === '\t' ? 4 - (widened % 4) : 1;
  return widened;
}
