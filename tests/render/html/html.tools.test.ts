/** The site in the real browser, opened from disk: what axe-core finds, what overflows, what the browser refuses. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { libraryEntry, libraryPage } from '../../../pipeline/render/html/library.ts';
import { editionContext } from '../../support/edition-context.ts';
import { axeViolations, type Look, openedSite } from '../../support/opened-site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const widths = [320, 768, 1440];
const looks = widths.flatMap((width): Look[] => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);

const site = openedSite(async () => {
  const english = await editionContext();
  const arabic = await editionContext('ar');
  const plan = smallPlan();
  const draft = smallPlan({ slug: 'draft', draft: true, handling: 'OFFICIAL' });
  const mirrored = smallPlan({ slug: 'mirrored', lang: 'ar', dir: 'rtl' });
  const homeless = smallPlan({ slug: 'homeless', url: undefined });
  const folders = await Promise.all(
    [
      { plan, context: english },
      { plan: draft, context: english },
      { plan: mirrored, context: arabic },
      { plan: homeless, context: english },
    ].map(async ({ plan: { slug }, plan, context }) => {
      const { artifacts } = await htmlEdition.render(plan, context);
      return artifacts.map((artifact) => ({ ...artifact, path: `${slug}/${artifact.path}` }));
    }),
  );
  return [...folders.flat(), ...libraryPage([plan, draft, mirrored].map(libraryEntry), english)];
});

describe.for([
  ['the page above several plans', 'index.html'],
  ['a plan', 'cool/index.html'],
  ['a goal', 'cool/1-people/index.html'],
  ['a section with everything', 'cool/1-people/1-1-heat-alarm.html'],
  ['a section with a table, a figure and a waived part', 'cool/2-water/2-1-streets.html'],
  ['a section in another language, with gaps', 'draft/2-water/2-2-trees.html'],
  ['all recommendations', 'cool/recommendations.html'],
  ['all stakeholders', 'cool/stakeholders.html'],
  ['all indicators', 'cool/indicators.html'],
  ['all recommendations of a draft', 'draft/recommendations.html'],
  ['all indicators of a draft', 'draft/indicators.html'],
  ['all indicators from right to left', 'mirrored/indicators.html'],
  ['the page for addresses that lead nowhere', 'homeless/404.html'],
  ['a plan that reads from right to left', 'mirrored/index.html'],
  ['a section of a plan that reads from right to left', 'mirrored/1-people/1-1-heat-alarm.html'],
])('%s', ([, name = '']) => {
  test.for(looks)('at $width px, $scheme', async (look) => {
    await site.open(name, look, async (page, complaints) => {
      // From disk the browser refuses to fetch a font ahead; the style sheet then loads it.
      const refused = complaints.filter((text) => !/font|preload|net::ERR_FAILED/u.test(text));
      expect(refused).toEqual([]);
      const overflow =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    });
  });
});

const focus = z.object({ text: z.string(), outline: z.string(), top: z.number() });

test('by keyboard: the first stop skips to the text, and every stop is seen', async () => {
  await site.open(
    'cool/1-people/1-1-heat-alarm.html',
    { width: 1440, scheme: 'light' },
    async (page) => {
      const stops = [];
      for (let count = 0; count < 40; count += 1) {
        await page.keyboard.press('Tab');
        const element = 'document.activeElement';
        stops.push(
          focus.parse(
            await page.evaluate(
              `({ text: ${element}.textContent.trim(), outline: getComputedStyle(${element}).outlineWidth, top: ${element}.getBoundingClientRect().bottom })`,
            ),
          ),
        );
      }
      expect(stops[0]?.text).toBe('Skip to the text');
      expect(stops.filter(({ outline, top }) => outline !== '3px' || top <= 0)).toEqual([]);
      expect(stops.map(({ text }) => text)).toContain('streets that drink');
    },
  );
});

test('the skip link leads to the text', async () => {
  await site.open('cool/index.html', { width: 320, scheme: 'light' }, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
  });
});

test('the contents are closed above the text on a phone, and always open beside it', async () => {
  const shown = 'document.querySelector(".contents ol a").checkVisibility()';
  const page = 'cool/2-water/2-1-streets.html';
  await site.open(page, { width: 390, scheme: 'light' }, async (tab) => {
    expect(await tab.evaluate(shown)).toBe(false);
    await tab.click('.contents summary');
    expect(await tab.evaluate(shown)).toBe(true);
  });
  await site.open(page, { width: 1100, scheme: 'light' }, async (tab) => {
    expect(await tab.evaluate(shown)).toBe(true);
  });
});

test('on a phone a cell makes room for all of its column’s name', async () => {
  const tooLow = `[...document.querySelectorAll('.indicators td')].filter((cell) => {
    cell.dataset.label = 'A name of several words, which takes lines';
    return cell.clientHeight < parseFloat(getComputedStyle(cell, '::before').height);
  }).length`;
  const page = 'cool/1-people/1-1-heat-alarm.html';
  await site.open(page, { width: 360, scheme: 'light' }, async (tab) => {
    expect(await tab.evaluate(tooLow)).toBe(0);
  });
});

const box = z.object({ left: z.number(), right: z.number(), top: z.number() });

test('notes stand beside their calls on a wide screen, and at the end elsewhere', async () => {
  const boxOf = (selector: string) =>
    `(({ left, right, top }) => ({ left, right, top }))(document.querySelector('${selector}').getBoundingClientRect())`;
  const page = 'cool/1-people/1-1-heat-alarm.html';
  const [wide, narrow] = await Promise.all(
    [1440, 1200].map((width) =>
      site.open(page, { width, scheme: 'light' }, async (tab) => ({
        call: box.parse(await tab.evaluate(boxOf('[data-call="1"]'))),
        note: box.parse(await tab.evaluate(boxOf('.note'))),
      })),
    ),
  );
  expect(wide?.note.left).toBeGreaterThan(wide?.call.right ?? Infinity);
  expect(Math.abs((wide?.note.top ?? 0) - (wide?.call.top ?? 99))).toBeLessThan(20);
  expect(narrow?.note.top).toBeGreaterThan((narrow?.call.top ?? 0) + 500);
});
