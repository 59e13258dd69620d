/** What `briefwright import` shows. */
import { expect, test } from 'vitest';
import { importText } from '../../pipeline/cli/import-text.ts';
import { importOutline } from '../../pipeline/read/import/outline.ts';

test('files, and notes with their places', async () => {
  const page = `Documents/X/3: Partnerships/3.1: EAPC

3.1: EAPC

Stakeholder(s):

  • Partnership Council (EAPC)The Partnership for Peace.

Indicator(s):`;
  const { notes } = importOutline({ path: 'pages/eapc.txt', text: page });
  const text = importText({
    written: ['sources/x/3-partnerships/3.1-eapc.md'],
    unchanged: ['sources/x/plan.md'],
    refused: ['poem.txt'],
    notes: [...notes, ...notes.slice(0, 1), ...notes.slice(0, 1)],
  });
  await expect(text).toMatchFileSnapshot('golden/import.txt');
});

test('nothing to tell', () => {
  expect(importText({ written: ['a.md'], unchanged: [], refused: [], notes: [] })).toBe(
    'Wrote\n  a.md\n',
  );
});
