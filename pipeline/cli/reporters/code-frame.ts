/** The lines of a source around a place, with a mark under what is meant. */
import stringWidth from 'string-width';
import type { SourceText } from '../../model/draft.ts';
import type { Place } from '../../model/place.ts';
import type { Colors } from './reporter.ts';
import { visible } from './visible.ts';

/** Paragraphs are often one long line: so much of it is shown, in columns of the terminal. */
const width = 96;
const before = 32;

/** One line a row, without a line break at the end; empty where the place is not in the text. */
export function codeFrame(source: SourceText, place: Place, colors: Colors): readonly string[] {
  const lines = source.text.split(/\r\n|\n|\r/u);
  const { line, column } = place.start;
  const marked = lines[line - 1];
  // Of a finished file there is no text to show.
  if (marked === undefined || source.text === '') return [];
  const first = Math.max(1, line - 2);
  const gutter = String(line).length;
  const bar = colors.blue('│');
  const row = (number: string, text: string): string =>
    `${colors.blue(number.padStart(gutter))} ${bar} ${text}`.trimEnd();
  const end = place.end.line === line ? place.end.column : marked.length + 1;
  const shown = cut(marked, column - 1, Math.max(column, end - 1));
  return [
    row('', ''),
    ...lines
      .slice(first - 1, line - 1)
      .map((text, index) => row(String(first + index), cut(text, 0, 0).text)),
    row(String(line), shown.text),
    row('', `${' '.repeat(shown.indent)}${colors.red('^'.repeat(shown.marks))}`),
  ];
}

/** A line's piece around a range, and where the mark beneath it stands, in columns of the terminal. */
function cut(line: string, start: number, end: number) {
  const from = columnsOf(visible(line)) <= width ? 0 : Math.max(0, start - before);
  const head = from > 0 ? '…' : '';
  const prefix = `${head}${visible(line.slice(from, start))}`;
  let text = prefix + visible(line.slice(start, start + width));
  while (columnsOf(text) > width) text = text.slice(0, -1);
  const isCut = text.length - head.length < line.length - from;
  const indent = columnsOf(prefix);
  const marks = Math.min(columnsOf(visible(line.slice(start, end))), width - indent);
  return { text: isCut ? `${text}…` : text, indent, marks: Math.max(1, marks) };
}

/** A paragraph is mostly letters of one column each, and long: only others need to be looked at one by one. */
function columnsOf(text: string): number {
  return /^[\x20-\x7e]*$/u.test(text) ? text.length : stringWidth(text);
}
