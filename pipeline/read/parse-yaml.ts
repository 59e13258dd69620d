/** YAML text to a document, within bounds that parsing can bear. */
import { type Document, isCollection, LineCounter, parseDocument, visit } from 'yaml';

/** In UTF-16 units: nobody says so much of a plan. */
const longest = 100_000;
const mostNesting = 20;
/** One mistake makes many errors; the first ones tell of it. */
const mostErrors = 5;

/** Something wrong with the YAML as such, at a range of offsets. */
export interface YamlProblem {
  readonly message: string;
  readonly range: readonly number[];
}

export interface ParsedYaml {
  /** Undefined where the text is no YAML, or too much of it. */
  readonly document: Document | undefined;
  readonly problems: readonly YamlProblem[];
  readonly lines: LineCounter;
}

export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const excess = excessOf(text);
  if (excess !== undefined) {
    return { document: undefined, problems: [{ message: excess, range: [0, 0] }], lines };
  }
  const options = { lineCounter: lines, prettyErrors: false, logLevel: 'silent' } as const;
  const document = parseDocument(text, options);
  const errors = document.errors.map(({ message, pos }) => ({ message, range: pos }));
  const problems = [...errors, ...keysThatAreLists(document)].slice(0, mostErrors);
  return { document: problems.length === 0 ? document : undefined, problems, lines };
}

function excessOf(text: string): string | undefined {
  if (text.length > longest) return `it is longer than ${longest / 1000} kB`;
  const rows = [...text.matchAll(/(?:[-?][ \t]+)+/gu)].map(([row]) => row.split(/[ \t]+/u).length);
  let depth = 0;
  let deepest = Math.max(0, ...rows);
  for (const [sign] of text.matchAll(/[[\]{}]/gu)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest > mostNesting ? `it is nested more than ${mostNesting} deep` : undefined;
}

/** YAML allows them, but nothing here has such a name. */
function keysThatAreLists(document: Document): YamlProblem[] {
  const problems: YamlProblem[] = [];
  visit(document, {
    Pair(_index, { key }) {
      if (!isCollection(key)) return;
      problems.push({ message: 'a key must be a word', range: key.range ?? [0, 0] });
    },
  });
  return problems;
}
