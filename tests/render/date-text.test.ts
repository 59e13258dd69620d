/** Days in words. */
import { expect, test } from 'vitest';
import { dateText } from '../../pipeline/render/date-text.ts';

test.for([
  ['2026-11-24', 'en-GB', '24 November 2026'],
  ['2026-11-24', 'en', '24 November 2026'],
  ['2026-11-24', 'en-US', 'November 24, 2026'],
  ['2010-05-17', 'fr', '17 mai 2010'],
  ['2010-05-17', 'de', '17. Mai 2010'],
  ['2010-05-17', 'es', '17 de mayo de 2010'],
  ['2026-01-01', 'pt-BR', '1 de janeiro de 2026'],
])('%s in %s', ([day = '', lang = '', text]) => {
  expect(dateText(day, lang)).toBe(text);
});

test('no day is nothing, and what is no day stays as it is', () => {
  expect(dateText(undefined, 'en')).toBe('');
  expect(dateText('spring 2027', 'en')).toBe('spring 2027');
});
