/** A heading as a title: a sequence, a name and an id. */
import type { Heading } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';
import { readTitle } from '../../pipeline/read/title.ts';

function title(text: string) {
  const heading = parseMarkdown(text).children[0] as Heading;
  const { title: found, sequence, id } = readTitle('a.md', heading);
  return [sequence, found?.value, id];
}

test.each([
  ['# Russia', [undefined, 'Russia', undefined]],
  ['# 3.13: Russia', ['3.13', 'Russia', undefined]],
  ['# 3.13a: Russia', ['3.13a', 'Russia', undefined]],
  ['# A: Peace', ['A', 'Peace', undefined]],
  ['# EX1.2: Annex', ['EX1.2', 'Annex', undefined]],
  ['# Russia: a partner', [undefined, 'Russia: a partner', undefined]],
  ['# NATO: a partner', [undefined, 'NATO: a partner', undefined]],
  ['# Russia {#_8dff}', [undefined, 'Russia', '_8dff']],
  ['# 3.13: *Russia* and {braces} {#r}', ['3.13', 'Russia and {braces}', 'r']],
  [
    '# People of <span lang="el">Ἀθῆναι</span> and H<sub>2</sub>O',
    [undefined, 'People of Ἀθῆναι and H2O', undefined],
  ],
  ['#', [undefined, undefined, undefined]],
])('%s', (text, expected) => {
  expect(title(text)).toEqual(expected);
});
