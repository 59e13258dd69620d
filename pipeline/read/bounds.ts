/**
 * What would make parsing slow is counted before anything is parsed: the parser's time grows with the square of
 * the marks in one paragraph, and with nesting times lines. A plan of five hundred pages in one file stays far
 * below each bound; the worst text within them is parsed in a few seconds.
 */
import { linesOf } from './lines.ts';
import { depthCounter } from './nesting.ts';
import { inlineRuns } from './runs.ts';

/** Why a text is not parsed. */
export interface Excess {
  readonly rule: 'file-too-large' | 'nesting-too-deep' | 'paragraph-too-dense';
  /** How much there is, and how much may be. */
  readonly detail: string;
  /** Where it becomes too much. */
  readonly offset: number;
}

/** In bytes: some 160,000 words. */
export const mostBytes = 1_000_000;
/** Quotations and lists inside one another. Nobody quotes this deep. */
export const mostNesting = 100;
const mostLines = 20_000;
/** Signs that mean something to Markdown, each line's quotation and list marks among them. */
const mostMarks = 60_000;
/** Of those that are matched with one another, such as `*` and `]`. */
const mostMarksInOneRun = 2000;
/** The sum of their squares over all paragraphs. */
const mostPairs = 16_000_000;
/** Marks that make the parser look ahead to the paragraph's end, times the paragraph's length. */
const mostSteps = 50_000_000;
/** Lines of a table times its columns: missing cells are made where a row has fewer. */
const mostCells = 100_000;

/** The first thing that is too much in a text; undefined where it can be parsed. */
export function excessOf(text: string): Excess | undefined {
  const { excess, marks, lines } = countedIn(text);
  if (excess !== undefined) return excess;
  // Where so little is in all of it, it is in no run: most texts need not be taken apart.
  const few =
    marks <= mostMarksInOneRun &&
    marks ** 2 <= mostPairs &&
    marks * text.length <= mostSteps &&
    marks * lines <= mostCells;
  return few ? undefined : tooMuchInOneRun(text);
}

/** All that runs are counted by, and more. */
const mark = /[*_~[\]<>`|&\\@:]/gu;

interface Counted {
  readonly excess?: Excess;
  readonly marks: number;
  readonly lines: number;
}

function countedIn(text: string): Counted {
  const depthOf = depthCounter();
  let lines = 0;
  let marks = 0;
  const tooMuch = (excess: Excess): Counted => ({ excess, marks, lines });
  for (const { text: line, offset } of linesOf(text)) {
    lines += 1;
    if (lines > mostLines) return tooMuch(tooLarge(`more than ${shown(mostLines)} lines`, offset));
    const depth = depthOf(line);
    if (depth > mostNesting) {
      const detail = `${shown(depth)} levels, at most ${mostNesting}`;
      return tooMuch({ rule: 'nesting-too-deep', detail, offset });
    }
    marks += depth + (line.match(mark)?.length ?? 0);
    if (marks > mostMarks) return tooMuch(tooLarge(`more than ${shown(mostMarks)} marks`, offset));
  }
  return { marks, lines };
}

function tooLarge(detail: string, offset: number): Excess {
  return { rule: 'file-too-large', detail, offset };
}

function tooMuchInOneRun(text: string): Excess | undefined {
  let pairs = 0;
  let steps = 0;
  let cells = 0;
  for (const run of inlineRuns(text)) {
    const dense = (detail: string): Excess => ({
      rule: 'paragraph-too-dense',
      detail,
      offset: run.offset,
    });
    if (run.paired > mostMarksInOneRun) {
      return dense(`${shown(run.paired)} marks, at most ${shown(mostMarksInOneRun)}`);
    }
    pairs += run.paired ** 2;
    steps += run.lookahead * run.length;
    cells += run.cells;
    if (pairs > mostPairs) return dense(`${shown(run.paired)} marks, as in too many before it`);
    if (steps > mostSteps) return dense(`${shown(run.lookahead)} signs "<" and "\`"`);
    if (cells > mostCells) return dense(`${shown(run.cells)} cells`);
  }
  return undefined;
}

/** With commas, the same on every machine. */
function shown(count: number): string {
  return count.toLocaleString('en');
}
