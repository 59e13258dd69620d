/** Readers who set their system otherwise: other colours, no motion, zoom, right to left; and other themes, and one page. */
import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { withTheme } from '../../../pipeline/build/theme.ts';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { singleEdition } from '../../../pipeline/render/html/single.ts';
import { editionContext } from '../../support/edition-context.ts';
import { axeViolations, type Look, openedSite } from '../../support/opened-site.ts';
import { poppler } from '../../support/poppler.ts';
import { smallPlan } from '../../support/small-plan.ts';

const looks = [320, 768, 1440].flatMap((width): Look[] => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);

const site = openedSite(async () => {
  const context = await editionContext();
  const plan = smallPlan();
  const arabic = smallPlan({ lang: 'ar', dir: 'rtl' });
  const made = await Promise.all([
    htmlEdition.render(plan, context),
    htmlEdition.render(arabic, await editionContext('ar')),
    singleEdition.render(plan, context),
    singleEdition.render(arabic, await editionContext('ar')),
    ...['bureau', 'journal'].map((theme) =>
      htmlEdition.render(plan, { ...context, styles: withTheme(context.styles, theme) }),
    ),
  ]);
  const folders = ['plain', 'arabic', 'single', 'single-arabic', 'bureau', 'journal'];
  return made.flatMap(({ artifacts }, index) =>
    artifacts.map((one) => ({ ...one, path: `${folders[index]}/${one.path}` })),
  );
});

const section = '1-people/1-1-heat-alarm.html';
const desk: Look = { width: 1440, scheme: 'light' };
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

async function emulate(page: Page, name: string, value: string): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

describe.for(['bureau', 'journal'])('the theme %s', (theme) => {
  test.for(looks)('at $width px, $scheme', async (look) => {
    for (const page of ['index.html', section, 'indicators.html']) {
      await site.open(`${theme}/${page}`, look, async (tab) => {
        expect(await axeViolations(tab), page).toEqual([]);
        expect(await tab.evaluate(overflow), page).toBe(0);
      });
    }
  });
});

describe.for(['single', 'single-arabic'])('one page with all in it: %s', (folder) => {
  test.for(looks)('at $width px, $scheme', async (look) => {
    await site.open(`${folder}/cool.html`, look, async (tab, complaints) => {
      expect(complaints).toEqual([]);
      expect(await axeViolations(tab)).toEqual([]);
      expect(await tab.evaluate(overflow)).toBe(0);
      const loaded =
        'performance.getEntriesByType("resource").filter((one) => !one.name.startsWith("data:")).length';
      expect(await tab.evaluate(loaded)).toBe(0);
      const broken = `[...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))`;
      expect(await tab.evaluate(broken)).toEqual([]);
      const twice = `(() => { const ids = [...document.querySelectorAll('[id]')].map((one) => one.id); return ids.filter((id, at) => ids.indexOf(id) !== at); })()`;
      expect(await tab.evaluate(twice)).toEqual([]);
      const hidden = `[...document.images].filter((one) => one.complete && one.naturalWidth === 0).length`;
      expect(await tab.evaluate(hidden)).toBe(0);
    });
  });
});

test('in forced colours the recommendation, the place in the contents and gaps are still marked', async () => {
  await site.open(`plain/${section}`, desk, async (tab) => {
    await emulate(tab, 'forced-colors', 'active');
    const style = (selector: string, what: string) =>
      tab.evaluate(`getComputedStyle(document.querySelector('${selector}')).${what}`);
    expect(await tab.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
    expect(await style('.lead', 'borderInlineStartWidth')).toBe('4px');
    expect(await style('.lead', 'borderInlineStartStyle')).toBe('solid');
    expect(await style('.contents a[aria-current]', 'borderInlineStartColor')).not.toBe(
      await style('.contents a:not([aria-current])', 'borderInlineStartColor'),
    );
  });
});

test('nothing moves, for anybody', async () => {
  await site.open(`plain/${section}`, desk, async (tab) => {
    await emulate(tab, 'prefers-reduced-motion', 'reduce');
    await tab.click('.contents a');
    expect(await tab.evaluate('document.getAnimations().length')).toBe(0);
    const moving = `[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one); return style.animationName !== 'none' || style.transitionDuration !== '0s' || style.scrollBehavior === 'smooth'; }).length`;
    expect(await tab.evaluate(moving)).toBe(0);
  });
});

test.for([
  'index.html',
  section,
  '2-water/2-1-streets.html',
  'indicators.html',
  'stakeholders.html',
])('at 400 percent zoom of 1280 px nothing scrolls sideways but tables: %s', async (name) => {
  await site.open(`plain/${name}`, { width: 320, scheme: 'light' }, async (tab) => {
    await tab.setViewport({ width: 320, height: 256, deviceScaleFactor: 4 });
    expect(await tab.evaluate(overflow)).toBe(0);
    const outside = `[...document.querySelectorAll('main *')].filter((one) => { const { right, left, width } = one.getBoundingClientRect(); return width > 1 && (right > innerWidth + 1 || left < -1) && !one.closest('.table-scroll, [class*="visually"], thead'); }).length`;
    expect(await tab.evaluate(outside)).toBe(0);
  });
});

const sides = z.object({
  rule: z.string(),
  contents: z.number(),
  text: z.number(),
  dir: z.string(),
});

test('from right to left everything is mirrored', async () => {
  const look = async (folder: string) =>
    site.open(`${folder}/${section}`, desk, async (tab) =>
      sides.parse(
        await tab.evaluate(`(() => {
          const style = getComputedStyle(document.querySelector('.lead'));
          const left = (selector) => document.querySelector(selector).getBoundingClientRect().left;
          return {
            rule: style.borderLeftWidth + ' ' + style.borderRightWidth,
            contents: left('.contents'),
            text: left('.lead'),
            dir: getComputedStyle(document.body).direction,
          };
        })()`),
      ),
    );
  const english = await look('plain');
  const arabic = await look('arabic');
  expect(english).toMatchObject({ rule: '4px 0px', dir: 'ltr' });
  expect(arabic).toMatchObject({ rule: '0px 4px', dir: 'rtl' });
  expect(english.contents).toBeLessThan(english.text);
  expect(arabic.contents).toBeGreaterThan(arabic.text);
});

test.for([768, 1440])('a line of text has 60 to 75 characters at %i px', async (width) => {
  await site.open(`plain/${section}`, { width, scheme: 'light' }, async (tab) => {
    const measured = z.array(z.number()).parse(
      await tab.evaluate(`[...document.querySelectorAll('.part:not(.lead) .flow > p')].flatMap((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const text = [...one.childNodes].find((node) => node.nodeType === 3 && node.data.length > 150);
        if (!text) return [];
        const tops = new Map();
        for (let at = 0; at < text.data.length; at += 1) {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          tops.set(top, (tops.get(top) ?? 0) + 1);
        }
        return [...tops.values()].slice(1, -1);
      })`),
    );
    const mean = measured.reduce((sum, one) => sum + one, 0) / measured.length;
    expect(measured.length).toBeGreaterThan(1);
    expect(mean).toBeGreaterThanOrEqual(60);
    expect(mean).toBeLessThanOrEqual(75);
  });
});

test('printed from the browser a section is its text, black on white, without what one can only click', async () => {
  await site.open(`plain/${section}`, { width: 1440, scheme: 'dark' }, async (tab) => {
    const title = String(await tab.evaluate('document.querySelector("h1").innerText'));
    const text = await poppler('pdftotext', await tab.pdf({ preferCSSPageSize: true }));
    expect(text).toContain(title.split('\n').at(-1));
    const order = [...text.matchAll(/^(?:Recommendation|Background|Stakeholders|Indicators)$/gmu)];
    expect(order.map(([part]) => part)).toEqual([
      'Recommendation',
      'Background',
      'Stakeholders',
      'Indicators',
    ]);
    expect(text).not.toMatch(/Search|Contents|Previous|Next|Download/u);
    await tab.emulateMediaType('print');
    const ink = 'getComputedStyle(document.body).color';
    const paper = 'getComputedStyle(document.documentElement).backgroundColor';
    expect(luminance(await tab.evaluate(ink))).toBeLessThan(60);
    expect(luminance(await tab.evaluate(paper))).toBe(255);
  });
});

/** The mean of red, green and blue, 0 to 255; white where nothing is painted. */
function luminance(color: unknown): number {
  const [red = 255, green = 255, blue = 255, alpha = 1] = String(color)
    .match(/[\d.]+/gu)
    ?.map(Number) ?? [255, 255, 255];
  return alpha === 0 ? 255 : (red + green + blue) / 3;
}
