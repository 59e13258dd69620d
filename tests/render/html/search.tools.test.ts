/** Search in the real browser, opened from disk: under the site's own policy, by keyboard, and without script. */
import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { axeViolations, openedSite } from '../../support/opened-site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const site = openedSite(async () => {
  const { artifacts } = await htmlEdition.render(smallPlan(), await editionContext());
  return artifacts;
});

const page = '1-people/1-1-heat-alarm.html';
const wide = { width: 1440, scheme: 'light' } as const;
const found = z.array(z.object({ text: z.string(), href: z.string(), marks: z.array(z.string()) }));

/** Types into the field, and waits for the answer. */
async function search(tab: Page, words: string) {
  await tab.type('#search-words', words);
  await tab.waitForFunction('document.querySelector(".search [role=status]").textContent !== ""');
  return found.parse(
    await tab.evaluate(`[...document.querySelectorAll('.search li')].map((one) => ({
      text: one.querySelector('a').textContent.trim().replace(/\\s+/gu, ' '),
      href: one.querySelector('a').href.replace(/^.*site-\\w+/u, ''),
      marks: [...one.querySelectorAll('mark')].map((mark) => mark.textContent),
    }))`),
  );
}

test('finds parts by their words, from any page, and leads there', async () => {
  await site.open(page, wide, async (tab, complaints) => {
    const [first] = await search(tab, 'streets');
    expect(first?.text).toContain('2.1');
    expect(first?.href).toMatch(/\/2-water\/2-1-streets\.html/u);
    expect(complaints.filter((text) => /security policy|script/iu.test(text))).toEqual([]);
    await tab.keyboard.press('ArrowDown');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(tab.url()).toMatch(/2-1-streets\.html/u);
  });
});

test('forgives a slip, accents and capitals, and shows what it found', async () => {
  await site.open('index.html', wide, async (tab) => {
    const results = await search(tab, 'STRÉETS');
    expect(results.map(({ href }) => href).join(' ')).toContain('2-1-streets');
    await tab.keyboard.press('Escape');
    const slip = await search(tab, 'strets');
    expect(slip.map(({ href }) => href).join(' ')).toContain('2-1-streets');
  });
  await site.open('index.html', wide, async (tab) => {
    const results = await search(tab, 'heat');
    expect(results.flatMap(({ marks }) => marks).map((one) => one.toLowerCase())).toContain('heat');
  });
});

test('says so where nothing is found, and Escape clears it', async () => {
  await site.open(page, wide, async (tab) => {
    expect(await search(tab, 'xylophone')).toEqual([]);
    const status = 'document.querySelector(".search [role=status]").textContent';
    expect(await tab.evaluate(status)).toBe('Nothing found');
    await tab.keyboard.press('Escape');
    expect(await tab.evaluate('document.querySelector(".search input").value')).toBe('');
    expect(await tab.evaluate('document.querySelector(".search").className')).toBe('search');
  });
});

test('a stroke leads to the field, and nothing is fetched before', async () => {
  await site.open(page, wide, async (tab) => {
    expect(await tab.evaluate('document.scripts.length')).toBe(2);
    await tab.keyboard.press('/');
    expect(await tab.evaluate('document.activeElement.id')).toBe('search-words');
    expect(await tab.evaluate('document.activeElement.value')).toBe('');
    expect(await tab.evaluate('document.scripts.length')).toBe(3);
  });
});

test.for(
  [320, 768, 1440].flatMap(
    (width) =>
      [
        { width, scheme: 'light' },
        { width, scheme: 'dark' },
      ] as const,
  ),
)('results are accessible, and fit: $width px, $scheme', async (look) => {
  await site.open(page, look, async (tab) => {
    expect((await search(tab, 'heat')).length).toBeGreaterThan(0);
    expect(await axeViolations(tab)).toEqual([]);
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await tab.evaluate(over)).toBe(0);
    const inside = `(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector('.search-panel').getBoundingClientRect())`;
    expect(await tab.evaluate(inside)).toBe(true);
  });
});

test('without script there is no search, and everything else', async () => {
  await site.open(page, wide, async (tab) => {
    await tab.setJavaScriptEnabled(false);
    await tab.reload();
    const shown = await tab.$eval('.search', (one) => one.checkVisibility());
    expect(shown).toBe(false);
    expect(await tab.$eval('.lead', (one) => one.checkVisibility())).toBe(true);
  });
});
