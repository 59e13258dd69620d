/** What all editions see of an indicator's dates. */
import { expect, test } from 'vitest';
import { viewIndicator } from '../../pipeline/render/view.ts';
import { indicator } from '../support/resolved.ts';

function dateOf(date: string, lang: string) {
  const one = indicator('Homes', { target: { text: '92', date } });
  return viewIndicator(one, { lang, html: () => '', href: () => '' }).target?.date;
}

test.each([
  ['2031-06-01', 'en', '1 June 2031'],
  ['2031-06-01', 'fr', '1 juin 2031'],
  ['2031-06-01', 'de', '1. Juni 2031'],
  ['2031-02-31', 'en', '2031-02-31'],
  ['2031-06', 'en', '2031-06'],
  ['2031', 'en', '2031'],
  ['2031-Q2', 'en', '2031-Q2'],
])('%s in %s is written %s', (date, lang, written) => {
  expect(dateOf(date, lang)).toBe(written);
});
