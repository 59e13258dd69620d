/** What a tab was sent, line by line, since the way there is slow: it is sent no line twice. */

/** In characters of text that was not in the document before: some ten goals of 36 pages. */
const fewestWorn = 1_500_000;
/** A book that is laid out as a whole is laid out again where its tab is left: only what is far more than it wears. */
const timesWorn = 3;

/** The lines of a document that are new to a tab, and the runs of all its lines there of which it consists. */
export interface Sending {
  readonly lines: readonly string[];
  readonly runs: readonly (readonly [from: number, to: number])[];
}

/** The lines that a tab has. */
export class SentLines {
  readonly #known = new Map<string, number>();
  #shown: ReadonlySet<number> = new Set();
  #exchanged = 0;

  /** What has to be sent so that the tab can show `text`. It counts as sent. */
  send(text: string): Sending {
    const lines: string[] = [];
    const runs: [from: number, to: number][] = [];
    const shown = new Set<number>();
    for (const one of text.split('\n')) {
      const at = this.#known.get(one) ?? this.#known.size;
      if (at === this.#known.size) {
        this.#known.set(copyOf(one), at);
        lines.push(one);
      }
      if (!this.#shown.has(at) && !shown.has(at)) this.#exchanged += one.length;
      shown.add(at);
      const run = runs.at(-1);
      if (run?.[1] === at) run[1] += 1;
      else runs.push([at, at + 1]);
    }
    this.#shown = shown;
    return { lines, runs };
  }

  /**
   * Whether the tab has shown so much that is gone that a new one should show `text`: a browser gives little of the
   * memory of documents back before its tab is closed.
   */
  isWornFor(text: string): boolean {
    return this.#exchanged > Math.max(fewestWorn, timesWorn * text.length);
  }
}

/** A part of a string keeps all of it in memory (V8), here a document for each line that it had alone. */
function copyOf(line: string): string {
  return Buffer.from(line, 'utf16le').toString('utf16le');
}
