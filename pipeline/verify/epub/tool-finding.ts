/** What a checker says about a file in a book, as a finding of ours. */
import type { Finding, Severity } from '../../model/finding.ts';

export interface ToolMessage {
  /** The checker's own id: `RSC-012`. */
  readonly id: string;
  readonly severity: Severity;
  readonly text: string;
  /** The file's path in the container; empty for the container itself. */
  readonly file: string;
  /** From 1, where the checker says so. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** What the checker shows beside: a link's target, a piece of markup. */
  readonly context?: string | undefined;
}

/** `book` is the book's path as the user gave it; `rule` the checker's name in rule ids: `epubcheck`. */
export function toolFinding(book: string, rule: string, message: ToolMessage): Finding {
  const line = Math.max(1, message.line ?? 1);
  const column = Math.max(1, message.column ?? 1);
  const point = { line, column, offset: 0 };
  const text = message.text.trim().replace(/[.:]?$/u, '');
  return {
    severity: message.severity,
    rule: `${rule}/${message.id.toLowerCase()}`,
    message: message.context ? `${text}: ${message.context.trim()}` : `${text}.`,
    place: {
      path: message.file === '' ? book : `${book}/${message.file}`,
      start: point,
      end: point,
    },
    help: 'Build the book again from unchanged templates. If it is found again, report it to briefwright; if not, look at what you changed in templates/epub/ and styles/epub/.',
    related: [],
  };
}
