/** A text line by line. */

/** A line with its break, if it has one. */
export interface Line {
  readonly offset: number;
  readonly text: string;
}

/** The lines of a text, as Markdown breaks them: at LF, CR and CRLF. */
export function* linesOf(text: string): Generator<Line> {
  for (const match of text.matchAll(/[^\r\n]+(?:\r\n|\n|\r)?|\r\n|\n|\r/gu)) {
    yield { offset: match.index, text: match[0] };
  }
}
