import { placeAt } from '../places.ts';
import type { FileRule } from '../rule.ts';

/** What XML 1.0 (section 2.2, Char) leaves out, beside the surrogates, which UTF-8 does not have. */
const notXml = /[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const controlCharacter: FileRule = {
  id: 'control-character',
  severity: 'error',
  summary: 'The text holds an invisible control character.',
  sees: 'file',
  docs: {
    what: 'A character that is no text, such as U+0000 or U+000B; it comes from copying out of a PDF or an old word processor.',
    why: 'XML does not allow these characters, so that neither the EPUB nor the StratML file would open.',
    example: 'defence␋policy (with an invisible U+000B between the words)',
    instead: 'defence policy',
  },
  check(file, _context, report) {
    for (const match of file.source.text.matchAll(notXml)) {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const place = placeAt(file.source, match.index, match.index + match[0].length);
      report({
        message: `An invisible control character (U+${code}) stands in the text.`,
        place,
        help: 'Delete the character, or put a space in its place.',
        fix: { title: 'Put a space in its place', safe: true, edits: [{ place, text: ' ' }] },
      });
    }
  },
};
