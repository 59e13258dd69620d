import type { Definition, Link } from 'mdast';
import { placeOf, placeOfWords } from '../places.ts';
import type { FileRule } from '../rule.ts';

export const linkToFile: FileRule = {
  id: 'link-to-file',
  severity: 'error',
  summary: 'A link leads to a file that no edition carries.',
  sees: 'file',
  docs: {
    what: 'A link to a file in the plan’s folder that is no part of the plan’s text, such as a PDF or a spreadsheet. Pictures that are shown, with "!" before the brackets, are fine.',
    why: 'A print cannot carry the file, a book may not, and the link would lead nowhere. Its words would stand there as if they were no link.',
    example: 'The figures are in [the annex](annex.xlsx).',
    instead: 'The figures are in [the annex](https://example.org/annex.xlsx).',
  },
  check(file, _context, report) {
    const linked = new Set(file.linkReferences.map((reference) => reference.identifier));
    const nodes: readonly (Link | Definition)[] = [
      ...file.links,
      ...file.definitions.filter((definition) => linked.has(definition.identifier)),
    ];
    for (const node of nodes) {
      if (node.data?.target?.kind !== 'asset') continue;
      report({
        message: `The link to "${node.url}" leads to a file that no edition carries.`,
        place: placeOfWords(file.source, placeOf(file.source, node), node.url),
        help: 'Put the file on the web and link to it there, or bring what it says into the plan.',
      });
    }
  },
};
