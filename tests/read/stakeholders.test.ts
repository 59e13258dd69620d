/** `- Name (Kind; Role, Role): what they do`, and everything that only looks like it. */
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';
import { readStakeholders } from '../../pipeline/read/stakeholders.ts';

test.each([
  ['- Russia', 'Russia', undefined, []],
  ['- Council (EAPC)', 'Council (EAPC)', undefined, []],
  ['- Ana Silva (Person)', 'Ana Silva', 'Person', []],
  ['- NATO (Organization; Performer)', 'NATO', 'Organization', ['Performer']],
  [
    '- NATO (organisation; performer, beneficiary)',
    'NATO',
    'Organization',
    ['Performer', 'Beneficiary'],
  ],
  ['- Farmers (Group; Owner of the land)', 'Farmers', 'Generic_Group', ['Owner of the land']],
  ['- Farmers (Beneficiary)', 'Farmers', undefined, ['Beneficiary']],
  ['- Council (EAPC) (Organization)', 'Council (EAPC)', 'Organization', []],
  ['- Ministry (Health, Sport)', 'Ministry (Health, Sport)', undefined, []],
  ['- ()', '()', undefined, []],
])('%s', (text, name, kind, roles) => {
  const [found] = readStakeholders('a.md', parseMarkdown(text).children);
  expect([found?.name, found?.kind, found?.roles]).toEqual([name, kind, roles]);
});

test('lists of all kinds are read, and each item has its place', () => {
  const found = readStakeholders('a.md', parseMarkdown('- A\n\ntext\n\n1. B: does\n').children);
  expect(found.map(({ name, place }) => `${name} ${place.start.line}`)).toEqual(['A 1', 'B 5']);
});
