/** How light the site is, measured in the real browser: what a page weighs, whom it asks, and whether it jumps. */
import { describe, expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { libraryEntry, libraryPage } from '../../../pipeline/render/html/library.ts';
import { editionContext } from '../../support/edition-context.ts';
import { servedSite } from '../../support/served-site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const context = await editionContext();

async function whole() {
  const plan = smallPlan();
  const { artifacts } = await htmlEdition.render(plan, context);
  const below = artifacts.map((one) => ({ ...one, path: `plans/cool/${one.path}` }));
  return [...below, ...libraryPage([plan, plan].map(libraryEntry), context)];
}

const site = servedSite(whole);
/** The same, but with text that changes its font whenever that comes. */
const jumping = servedSite(async () =>
  (await whole()).map((one) =>
    one.mediaType === 'text/css'
      ? {
          ...one,
          bytes: Buffer.from(String(Buffer.from(one.bytes)).replaceAll('optional', 'swap')),
        }
      : one,
  ),
);

const isFont = (url: string) => url.endsWith('.woff2');
const sum = (sizes: readonly { readonly bytes: number }[]) =>
  sizes.reduce((total, { bytes }) => total + bytes, 0);

describe.for([
  'index.html',
  'plans/cool/index.html',
  'plans/cool/1-people/index.html',
  'plans/cool/1-people/1-1-heat-alarm.html',
  'plans/cool/2-water/2-1-streets.html',
  'plans/cool/recommendations.html',
  'plans/cool/stakeholders.html',
  'plans/cool/indicators.html',
  'plans/cool/404.html',
])('%s', (name) => {
  test.for([320, 1440])('at %i px', async (width) => {
    const { requests, complaints, shift } = await site.visit(name, { width });
    expect(complaints).toEqual([]);
    expect(new Set(requests.map(({ url }) => new URL(url).hostname))).toEqual(
      new Set(['127.0.0.1']),
    );
    expect(sum(requests.filter(({ url }) => !isFont(url)))).toBeLessThan(100_000);
    expect(sum(requests.filter(({ url }) => isFont(url)))).toBeLessThan(250_000);
    expect(shift).toBe(0);
  });
});

test('text does not jump when fonts come late', async () => {
  const late = { path: /woff2$/u, by: 700 };
  const page = 'plans/cool/1-people/1-1-heat-alarm.html';
  expect((await site.visit(page, { width: 320, late })).shift).toBe(0);
  expect((await jumping.visit(page, { width: 320, late })).shift).toBeGreaterThan(0);
});

test('the fonts that every page starts with are asked for before the style sheet has come', async () => {
  const { requests } = await site.visit('plans/cool/index.html', { width: 320 });
  const order = requests.map(({ url }) =>
    url.replace(/^.*\//u, '').replace(/-[0-9a-f]{12}\./u, '.'),
  );
  expect(order.slice(0, 6)).toContain('site.css');
  expect(order.filter((one) => one.endsWith('.woff2')).length).toBeLessThan(9);
});
