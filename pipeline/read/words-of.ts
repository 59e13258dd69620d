/** The text of headings and names. */
import type { Nodes } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';

/** What people read of it: written HTML in it (`<span lang="fr">`) is no text. */
export function wordsOf(content: Nodes | readonly Nodes[]): string {
  return mdastText(content, { includeHtml: false });
}
