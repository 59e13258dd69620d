/** YAML that would take the parser minutes, or that no front matter is. */
import { expect, test } from 'vitest';
import { parseYaml } from '../../pipeline/read/parse-yaml.ts';

const nesting = ['it is nested more than 20 deep'];

test.each([
  ['a word', 'title: Russia', []],
  ['lists in lists', 'a: [[1, 2], [3]]\nb:\n  - - 4\n', []],
  ['a question and a dash in a value', 'title: Who? - What? - When?', []],
  ['2,000 brackets', `a: ${'['.repeat(2000)}`, nesting],
  ['2,000 braces', `a: ${'{a: '.repeat(2000)}`, nesting],
  ['2,000 list marks in one line', `a:\n  ${'- '.repeat(2000)}b`, nesting],
  ['2,000 question marks in one line', `a:\n  ${'? '.repeat(2000)}b`, nesting],
  ['200 kB', 'a: b\n'.repeat(40_000), ['it is longer than 100 kB']],
  ['a key that is a list', '[a, b]: c', ['a key must be a word']],
])('%s', (_name, text, expected) => {
  const started = performance.now();
  const { document, problems } = parseYaml(text);
  expect(problems.map(({ message }) => message)).toEqual(expected);
  expect(document === undefined).toBe(expected.length > 0);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('of many errors the first five are told', () => {
  expect(parseYaml('a: b: c\n'.repeat(100)).problems).toHaveLength(5);
});
