/** What a reader that is not ours finds in a PDF. */
export interface Reading {
  readonly labels: readonly string[];
  /** Titles, indented by two spaces a level, each with the index of its page. */
  readonly outline: readonly string[];
  readonly pages: readonly ReadPage[];
  /** What it says is wrong. */
  readonly complaints: readonly string[];
}

export interface ReadPage {
  /** Without white space, which each reader sets as it thinks best. */
  readonly text: string;
  /** The indices of the pages that its links lead to; those that leave the file are left out. */
  readonly links: readonly number[];
  /** Its part of the structure tree: types, parents first. */
  readonly tags: readonly string[];
}

/** A title as a reading has it. */
export function outlineLine(title: string, depth: number, page: number): string {
  return `${'  '.repeat(depth)}${title} ${page}`;
}
