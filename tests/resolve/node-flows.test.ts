/** What was counted over a text is known the next time, and whatever changes it is noticed. */
import { expect, test } from 'vitest';
import { remembering } from '../support/remembering.ts';
import { resolvePlan } from '../support/resolve.ts';

const section = (number: string, title: string, text: string) =>
  `---\nsequence: "${number}"\n---\n\n# ${title}\n\n## Background\n\n${text}\n`;
const table = '\n\n| a |\n| - |\n| 1 |\n\n';
const files: Readonly<Record<string, string>> = {
  'plan.md': '# Cool City\n',
  '1-people/goal.md': '---\nsequence: "1"\n---\n\n# People\n',
  '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hot.[^a] [Cold](1.2-cold.md)\n\n[^a]: Very.'),
  '1-people/1.2-cold.md': section('1.2', 'Cold', `Table: Days${table}`),
  '1-people/1.3-rain.md': section('1.3', 'Rain', `Table: Drops${table}![A map](map.svg)`),
  '1-people/map.svg': '<svg/>',
};

/** The plan after an edit, and how many of its five texts were read anew. */
function after(edit: Readonly<Record<string, string>>) {
  const known = remembering();
  resolvePlan(files, known);
  known.made();
  const plan = resolvePlan({ ...files, ...edit }, known);
  expect(plan).toEqual(resolvePlan({ ...files, ...edit }));
  return known.made();
}

test('nothing, where nothing changed', () => {
  expect(after({})).toBe(0);
});

test('a text alone, where its words changed', () => {
  expect(after({ '1-people/1.1-heat.md': section('1.1', 'Heat', 'Hotter.') })).toBe(1);
});

test('those behind it too, where a caption came or went', () => {
  expect(after({ '1-people/1.2-cold.md': section('1.2', 'Cold', 'None.') })).toBe(2);
});

test.for([
  ['a title', { '1-people/1.3-rain.md': section('1.3', 'Much rain', 'Wet.') }],
  ['a number', { '1-people/1.3-rain.md': section('1.4', 'Rain', 'Wet.') }],
  ['a number of the same address', { '1-people/1.3-rain.md': section('1-3', 'Rain', 'Wet.') }],
  ['a heading in the text', { '1-people/1.3-rain.md': section('1.3', 'Rain', '### New') }],
  ['a section', { '1-people/1.4-snow.md': section('1.4', 'Snow', 'White.') }],
] as const)('all, where others may show it: %s', ([, edit]) => {
  expect(after(edit)).toBeGreaterThanOrEqual(5);
});

test('a file has another name, and a link to it leads nowhere', () => {
  const { '1-people/1.2-cold.md': cold = '', ...rest } = files;
  const known = remembering();
  resolvePlan(files, known);
  const moved = { ...rest, '1-people/1.2-old.md': cold };
  expect(resolvePlan(moved, known)).toEqual(resolvePlan(moved));
});
