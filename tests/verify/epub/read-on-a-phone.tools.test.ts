/** A book as its reader has it: opened in a reading engine on a phone, leafed through, its links followed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { makeBook } from '../../support/book.ts';
import { browserForTests } from '../../support/browser.ts';
import { type OpenedBook, openBook } from '../../support/opened-book.ts';
import { printAndBook, resolvedPlan, resolvedSources, sourcesOf } from '../../support/sources.ts';

const { session, printer } = browserForTests();

const look = z.object({
  file: z.string(),
  text: z.string(),
  wider: z.array(z.string()),
  lost: z.array(z.string()),
  pictures: z.array(z.number()),
  colors: z.array(z.string()),
});

let book: OpenedBook;
let bytes: Uint8Array;

beforeAll(async () => {
  const made = await printAndBook(await resolvedSources('cool-city'), printer);
  bytes = made.book;
  book = await openBook(session, bytes);
}, 600_000);

afterAll(() => book.close());

/** Shows the place and tells what is seen there: the words on the screen, what sticks out of it or is cut off below, pictures' widths. */
async function show(target: string, opened = book): Promise<z.infer<typeof look>> {
  await opened.page.evaluate(`rendition.display(${JSON.stringify(target)}).then(() => true)`);
  return seen(opened);
}

async function seen(opened = book): Promise<z.infer<typeof look>> {
  const frame = await opened.page.waitForSelector('iframe');
  await frame?.dispose();
  return look.parse(
    await opened.page.evaluate(`(async () => {
      const [contents] = rendition.getContents();
      const { document, window } = contents;
      await document.fonts.ready;
      const shift = document.defaultView.frameElement.getBoundingClientRect().left;
      const onScreen = (box) => box.left + shift < innerWidth && box.right + shift > 0 && box.width > 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        if ([...range.getClientRects()].some(onScreen)) text += walker.currentNode.data;
      }
      const all = [...document.body.querySelectorAll('*')];
      const shown = all.filter((one) => [...one.getClientRects()].some(onScreen));
      const below = (one) => [...one.getClientRects()].some((box) => box.bottom > innerHeight + 1);
      return {
        file: rendition.currentLocation().start.href,
        text: text.replace(/\\s+/g, ' ').trim(),
        wider: shown.filter((one) => [...one.getClientRects()].some((box) => box.width > innerWidth)).map((one) => one.outerHTML.slice(0, 120)),
        lost: all.filter(below).map((one) => one.outerHTML.slice(0, 120)),
        pictures: shown.filter((one) => one.localName === 'img').map((one) => one.naturalWidth),
        colors: [...new Set(shown.map((one) => window.getComputedStyle(one).color))],
      };
    })()`),
  );
}

const entries = z.array(z.object({ href: z.string(), label: z.string() }));

describe('the contents', () => {
  test('name every goal and section, and each entry shows what it says', async () => {
    const toc = entries.parse(
      await book.page.evaluate(
        'book.navigation.toc.flatMap((one) => [one, ...one.subitems]).map(({ href, label }) => ({ href, label: label.trim() }))',
      ),
    );
    expect(toc.length).toBeGreaterThan(15);
    for (const { href, label } of toc) {
      const { file, text, wider, lost } = await show(href);
      expect(file).toBe(href);
      expect({ wider, lost }, href).toEqual({ wider: [], lost: [] });
      // The title page is called so, and shows the plan's title.
      if (!href.startsWith('title-page'))
        expect(text.replace(/^Draft /u, '')).toContain(label.replace(/\s+/gu, ' '));
    }
  }, 180_000);
});

test('the cover is a picture that fills the screen’s width', async () => {
  const { pictures } = await show('cover.xhtml');
  expect(pictures).toEqual([1600]);
});

test('the call of a note leads to the note, and back', async () => {
  await show('1-1-a-heat-alarm-that-knocks-on-the-door.xhtml');
  const note = z
    .string()
    .parse(
      await book.page.evaluate(
        "rendition.getContents()[0].document.querySelector('aside[role=doc-footnote] p').textContent",
      ),
    );
  const before = await seen();
  expect(before.text).not.toContain(note.slice(0, 30));
  const call = await follow('a[role="doc-noteref"]');
  expect(call.text).toContain(note.slice(0, 30));
  const back = await follow('a[role="doc-backlink"]');
  expect(back.text).not.toContain(note.slice(0, 30));
  expect(back.file).toBe(call.file);
});

/** Clicks the first such link of the document that is shown, as a finger would. */
async function follow(selector: string) {
  await book.page.evaluate(`(async () => {
    const moved = new Promise((resolve) => rendition.once('relocated', resolve));
    const [contents] = rendition.getContents();
    contents.document.querySelector(${JSON.stringify(selector)}).click();
    await Promise.race([moved, new Promise((resolve) => setTimeout(resolve, 3000))]);
  })()`);
  return seen();
}

test('every entry of the list of pages shows the place where that page begins', async () => {
  const pages = z
    .array(z.object({ href: z.string() }))
    .parse(await book.page.evaluate('book.pageList.pageList.map(({ href }) => ({ href }))'));
  expect(pages.length).toBeGreaterThan(10);
  for (const { href } of pages) {
    const { file } = await show(href);
    expect(file).toBe(href.replace(/#.*$/u, ''));
    const visible = await book.page.evaluate(`(() => {
      const [contents] = rendition.getContents();
      const marker = contents.document.getElementById(${JSON.stringify(href.replace(/^.*#/u, ''))});
      const box = marker.getBoundingClientRect();
      const left = box.left + contents.document.defaultView.frameElement.getBoundingClientRect().left;
      return left >= 0 && left <= innerWidth;
    })()`);
    expect(visible, href).toBe(true);
  }
}, 180_000);

test('light text on a dark page: no colour is set but the reader’s', async () => {
  const dark = await openBook(session, bytes, 'dark');
  await dark.page.evaluate(
    "rendition.themes.register('dark', { body: { color: '#e8e8ea', background: '#16171a' } }); rendition.themes.select('dark')",
  );
  for (const file of [
    'title-page.xhtml',
    'toc.xhtml',
    '1-1-a-heat-alarm-that-knocks-on-the-door.xhtml',
    'index.xhtml',
  ])
    expect((await show(file, dark)).colors, file).toEqual(['rgb(232, 232, 234)']);
  await dark.close();
}, 180_000);

test('nothing was missing and nothing was asked of the network', () => {
  expect(book.complaints).toEqual([]);
});

test('formulas are set in their own font, and drawings fit the screen', async () => {
  const { plan } = await resolvedPlan(
    sourcesOf({
      'plan.md': '---\nlang: en\ndate: 2026-01-01\n---\n\n# Plan\n',
      '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n',
      '1-goal/1.1-heat.md': `---\nsequence: "1.1"\n---\n\n# Heat\n\n## Recommendation\n\nMeasure it.\n
## Background\n\n<math display="block"><mi>T</mi><mo>=</mo><mfrac><mi>x</mi><msqrt><mi>n</mi></msqrt></mfrac></math>\n
<svg viewBox="0 0 900 300" aria-label="A rise"><path d="M0 300 L900 0" stroke="#000" stroke-width="9" fill="none"/></svg>\n
## Stakeholders\n\n- City\n\n## Indicators\n\nnone: None yet.\n`,
    }),
    process.cwd(),
  );
  const opened = await openBook(session, await makeBook(plan));
  try {
    const { text, wider, lost } = await show('1-1-heat.xhtml', opened);
    expect(text).toContain('Measure it.');
    expect({ wider, lost }).toEqual({ wider: [], lost: [] });
    const sizes = z.object({
      fraction: z.number(),
      root: z.number(),
      drawing: z.number(),
      loaded: z.array(z.string()),
    });
    const found = sizes.parse(
      await opened.page.evaluate(`(() => {
        const { document } = rendition.getContents()[0];
        const box = (name) => document.querySelector(name).getBoundingClientRect();
        return {
          fraction: box('mfrac').height,
          root: box('msqrt').width,
          drawing: box('svg').width,
          loaded: [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family.replaceAll('"', '')),
        };
      })()`),
    );
    expect(found.loaded).toContain('STIX Two Math');
    expect(found.fraction).toBeGreaterThan(found.root);
    expect(found.drawing).toBeGreaterThan(200);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
});
