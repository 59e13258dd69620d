/** The runs of text that Markdown's inline marks are matched in: paragraphs, list items, rows of tables. */
import { type Line, linesOf } from './lines.ts';

/** One run, and what in it costs the parser time. */
export interface InlineRun {
  readonly offset: number;
  readonly length: number;
  /** Marks that are matched with one another; a row of backticks is one. */
  readonly paired: number;
  /** Marks from which the parser looks ahead, to the end of the run where nothing answers them. */
  readonly lookahead: number;
  /** The cells of the table that begins with this run: its lines times its widest row. */
  readonly cells: number;
}

/** The runs of a text. Never shorter than the parser's own: what is not surely an end of one is taken into it. */
export function* inlineRuns(text: string): Generator<InlineRun> {
  for (const block of blocksOf(text)) {
    const runs = split(block);
    const cells = cellsOf(block);
    for (const [index, run] of runs.entries()) {
      yield { ...counted(run), cells: index === 0 ? cells : 0 };
    }
  }
}

/** Lines without a blank one between them; signs of quotation count as blank. */
function* blocksOf(text: string): Generator<Line[]> {
  let block: Line[] = [];
  for (const line of linesOf(text)) {
    if (/[^\s>]/u.test(line.text)) block.push(line);
    else if (block.length > 0) {
      yield block;
      block = [];
    }
  }
  if (block.length > 0) yield block;
}

const quoted = /^(?: {0,3}>)+ ?/u;
const bullet = /^ {0,3}[-*+][ \t]+\S/u;
const ordered = /^ {0,3}(\d{1,9})[.)][ \t]+\S/u;
const note = /^ {0,3}\[\^[^\s[\]]+\]:/u;
const definition = /^ {0,3}\[[^[\]]*[^\s[\]][^[\]]*\]:[ \t]+[^\s<>()\\]+\s*$/u;
const delimiters = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$/u;

/** What surely starts anew: list items, notes, definitions, the rows of a table (CommonMark 0.31; GFM 0.29). */
function split(block: readonly Line[]): Line[][] {
  const lines = block.map((line) => line.text.replace(quoted, ''));
  const [head = '', second = ''] = lines;
  const bars = head.includes('|') && second.includes('|');
  if (bars && delimiters.test(second) && columnsOf(head) === columnsOf(second)) {
    return block.map((line) => [line]);
  }
  const runs: Line[][] = [];
  let before: Kind = 'text';
  for (const [index, line] of block.entries()) {
    const kind = kindOf(lines[index] ?? '', index === 0 ? undefined : before);
    if (index === 0 || kind !== 'text') {
      runs.push([]);
      before = kind;
    }
    // After a definition nothing continues it.
    else if (before === 'definition') {
      runs.push([]);
      before = 'text';
    }
    runs.at(-1)?.push(line);
  }
  return runs;
}

type Kind = 'item' | 'numbered' | 'note' | 'definition' | 'text';

/** What a line starts, after a run that started as `before`; `text` where it may go on with that run. */
function kindOf(line: string, before: Kind | undefined): Kind {
  if (bullet.test(line)) return 'item';
  if (note.test(line)) return 'note';
  // Only a first item interrupts a paragraph; only a definition goes on after a definition.
  const number = ordered.exec(line)?.[1];
  const free = before === undefined || before === 'definition';
  if (number !== undefined && (free || before === 'numbered' || Number(number) === 1))
    return 'numbered';
  return free && definition.test(line) ? 'definition' : 'text';
}

function columnsOf(row: string): number {
  return row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u).length;
}

function cellsOf(block: readonly Line[]): number {
  const widest = block.reduce((most, { text }) => Math.max(most, text.split('|').length - 1), 0);
  return widest * block.length;
}

function counted(run: readonly Line[]) {
  let length = 0;
  let paired = 0;
  let lookahead = 0;
  for (const { text } of run) {
    length += text.length;
    paired += text.match(/[*_~[\]]|`+/gu)?.length ?? 0;
    lookahead += text.match(/<|`+/gu)?.length ?? 0;
  }
  return { offset: run[0]?.offset ?? 0, length, paired, lookahead };
}
