/** The pages of an entry of the index. */

/** A page that an entry names. */
export interface NamedPage {
  /** From 0. */
  readonly index: number;
  /** As printed. */
  readonly page: string;
  /** Where on it. */
  readonly anchor: string;
}

/** One page, or all from it to `last`. */
export interface PageRange extends NamedPage {
  readonly last?: NamedPage;
}

/** So many pages one after another are written as a range; two read as easily as they are. */
const fewest = 3;

/** Each page once, in order, and runs of pages as ranges. */
export function pageRanges(named: readonly NamedPage[]): readonly PageRange[] {
  const pages = [...new Map(named.map((one) => [one.index, one])).values()];
  const runs: NamedPage[][] = [];
  for (const page of pages.sort((one, other) => one.index - other.index)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === page.index - 1) run.push(page);
    else runs.push([page]);
  }
  return runs.flatMap((run): readonly PageRange[] => {
    const [first] = run;
    const last = run.at(-1);
    return run.length < fewest || !first || !last ? run : [{ ...first, last }];
  });
}
