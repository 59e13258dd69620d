/** Whether "page 12" means the same in the book and in the print. */
import { startOf } from '../model/place.ts';
import { elements, is, readBook, textOf } from './epub/lint/book-file.ts';
import { pageLabels } from './pdf/page-labels.ts';
import { openFile } from './pdf/pdf-file.ts';
import type { Verdict } from './verdict.ts';

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The book's list of pages names pages of the print, each once and in their order; empty ones may be left out. */
export async function checkPageList(book: File, print: File): Promise<Verdict> {
  const printed = await openFile(print.bytes).then(pageLabels, (): readonly string[] => []);
  let at = -1;
  const wrong = listOf(book.bytes).find((label) => {
    at = printed.indexOf(label, at + 1);
    return at < 0;
  });
  const message =
    wrong === undefined
      ? undefined
      : `The book lists page ${wrong}, which the print does not have at that place.`;
  const what = 'The list of pages of the book against the pages of the print.';
  return {
    checked: [{ name: 'briefwright', version: 'page list', what, rules: 'pages/' }],
    notChecked: [],
    findings:
      message === undefined
        ? []
        : [
            {
              severity: 'error',
              rule: 'pages/other-than-print',
              message,
              place: startOf(book.path),
              help: 'Build print and book together: briefwright build.',
              related: [],
            },
          ],
  };
}

function listOf(bytes: Uint8Array): readonly string[] {
  const list = readBook(bytes)
    .parsed.flatMap(({ root }) => elements(root, 'nav'))
    .find((node) => is(node, 'page-list'));
  return elements(list, 'a').map(textOf);
}
