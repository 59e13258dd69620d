/** One thing that PDF/UA-1 asks for. */
import type { PdfFile } from './pdf-file.ts';

/** Where a file fails a clause. */
export interface Fault {
  /** One sentence. */
  readonly message: string;
  /** From 1; undefined for what is of no page. */
  readonly page?: number;
}

export interface Clause {
  /** The clause of ISO 14289-1, with the number that veraPDF gives the rule in it, `7.1-3`, or a word for one of ours. */
  readonly id: string;
  check(file: PdfFile): Iterable<Fault>;
}
