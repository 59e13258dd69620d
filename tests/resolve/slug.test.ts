import { expect, test } from 'vitest';
import { Slugs } from '../../pipeline/resolve/slug.ts';

test.each([
  ['3.13', 'Russia', '3-13-russia'],
  [undefined, 'Économie & société', 'economie-and-societe'],
  [undefined, 'Ψηφιακή Ελλάδα', 'p-sifiaki-ellada'],
  [undefined, 'Index', 'index-2'],
  ['1', '水', '1'],
])('%s, %s: %s', (number, title, expected) => {
  expect(new Slugs().add(number, title)).toBe(expected);
});

test('a title without a letter that ASCII knows is named by its hash', () => {
  expect(new Slugs().add(undefined, '水')).toMatch(/^[0-9a-f]{8}$/u);
});

test('a name that is taken is counted, whatever comes between', () => {
  const slugs = new Slugs();
  const titles = ['Heat', 'Heat', 'Heat 2', 'Heat'];
  expect(titles.map((title) => slugs.add(undefined, title))).toEqual([
    'heat',
    'heat-2',
    'heat-2-2',
    'heat-3',
  ]);
});

test('20,000 of one name take no time', () => {
  const slugs = new Slugs();
  const started = performance.now();
  const all = Array.from({ length: 20_000 }, () => slugs.add(undefined, 'a'));
  expect(new Set(all).size).toBe(20_000);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a slug is short, and does not end with a hyphen', () => {
  const slug = new Slugs().add('1.1', `${'a'.repeat(55)} ${'b'.repeat(55)}`);
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).not.toMatch(/-$/u);
});
