/** The preview as whoever writes has it: a source is typed in, and the page in the real browser follows. */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { previewCommand } from '../../../pipeline/cli/commands/preview.ts';
import { readerBrowser } from '../../support/reader-browser.ts';
import { type KeptTerminal, projectWith, terminalIn } from '../../support/terminal.ts';

const stop = new AbortController();
const browser = readerBrowser();
let folder: string;
let remove: () => Promise<void>;
let terminal: KeptTerminal;
let ended: Promise<number>;
let page: Page;

const seconds = 60_000;
const plan = 'sources/cool-city';
const source = `${plan}/1-people/1.10-outdoor-work.md`;
const address = 'cool-city/1-people-first/1-10-work-outdoors-begins-at-five.html';

beforeAll(async () => {
  const project = await projectWith({});
  ({ folder, remove } = project);
  await cp(plan, path.join(folder, plan), { recursive: true });
  terminal = terminalIn(folder);
  ended = previewCommand([], {}, process.cwd(), terminal, stop.signal);
  await vi.waitFor(() => expect(terminal.stderr()).toContain('Built '), { timeout: seconds });
  page = await (await browser()).newPage();
  await page.setViewport({ width: 1200, height: 600 });
  await page.goto(here() + address);
});

afterAll(async () => {
  stop.abort();
  expect(await ended).toBe(0);
  await remove();
});

function here(): string {
  return /http:\/\/127\.0\.0\.1:\d+\//u.exec(terminal.stderr())?.[0] ?? '';
}

const file = (name: string) => path.join(folder, name);
const shows = (text: string) =>
  page.waitForFunction(`document.body.textContent.includes(${JSON.stringify(text)})`, {
    timeout: seconds,
  });

async function change(from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file(source), 'utf8');
  expect(text).toMatch(from);
  await writeFile(file(source), text.replace(from, to));
}

// On a machine with much else to do a font or a style may come after the page has gone back to its place.
test('what is typed is shown, and the reader stays where they were', { retry: 3 }, async () => {
  await page.evaluate('scrollTo(0, 500)');
  // The block that the reader has at the top of the window. What is below it may move: a font that came late is there at once when the page is loaded again.
  const words = `(one) => one.textContent.replace(/^\\s*\\d+/, '').trim().slice(0, 200)`;
  const blocks = `[...document.querySelectorAll('main [id]')]`;
  const first = `${blocks}.find((one) => one.getBoundingClientRect().top >= 0)`;
  const read = await page.evaluate(`(${words})(${first})`);
  const top = `${blocks}.find((one) => (${words})(one) === ${JSON.stringify(read)})?.getBoundingClientRect().top`;
  const before = Number(await page.evaluate(top));
  await change(
    /## Recommendation\n/u,
    '## Recommendation\n\nThe words typed just now stand above.\n',
  );
  await shows('The words typed just now');
  await vi.waitFor(
    async () => expect(Math.abs(Number(await page.evaluate(top)) - before)).toBeLessThan(2),
    { timeout: seconds },
  );
});

test('a finding stands at its part, with the rule, and goes when it is mended', async () => {
  const text = await readFile(file(source), 'utf8');
  await change(/## Background\n[\s\S]*?(?=\n## )/u, '## Background\n');
  await page.waitForSelector('.live-error', { timeout: seconds });
  const told = `(() => { const one = document.querySelector('.live-error'); return [one.previousElementSibling.textContent, one.querySelector('code').textContent, one.querySelector('pre').textContent.slice(0, 20)]; })()`;
  expect(await page.evaluate(told)).toEqual([
    'Background',
    'empty-part',
    expect.stringMatching(/^# empty-part/u),
  ]);
  await writeFile(file(source), text);
  await page.waitForFunction('!document.querySelector(".live-error")', { timeout: seconds });
});

test('a mistake in the config is told on the page, which stays', async () => {
  await writeFile(file('briefwright.config.yaml'), 'rules: [');
  await page.waitForSelector('.live-failure', { timeout: seconds });
  expect(await page.evaluate('document.querySelector("h1").textContent')).toContain(
    'Work outdoors',
  );
  await rm(file('briefwright.config.yaml'));
  await page.waitForFunction('!document.querySelector(".live-failure")', { timeout: seconds });
});

test('folders that go and come back, and a thousand files at once', async () => {
  await rename(file('sources'), file('away'));
  await page.waitForSelector('.live-failure', { timeout: seconds });
  await rename(file('away'), file('sources'));
  await page.waitForFunction('!document.querySelector(".live-failure")', { timeout: seconds });
  const many = Array.from({ length: 1000 }, (_, index) => index);
  await mkdir(file(`${plan}/notes`));
  await Promise.all(many.map((one) => writeFile(file(`${plan}/notes/${one}.txt`), String(one))));
  await change(/The words typed just now stand above\./u, 'And after a thousand files.');
  await shows('And after a thousand files.');
  await rm(file(`${plan}/notes`), { recursive: true });
});

test('the look can be changed too, and a template with a mistake is told', async () => {
  await mkdir(file('styles'));
  await writeFile(file('styles/tokens.css'), ':root { --accent: rgb(1, 2, 3); }');
  await page.waitForFunction(
    'getComputedStyle(document.querySelector(".lead > h2")).color === "rgb(1, 2, 3)"',
    { timeout: seconds },
  );
  await rm(file('styles'), { recursive: true });
  await mkdir(file('templates/html'), { recursive: true });
  await writeFile(file('templates/html/section.liquid'), '{% if %}');
  await page.waitForSelector('.live-failure', { timeout: seconds });
  await rm(file('templates'), { recursive: true });
  await page.waitForFunction('!document.querySelector(".live-failure")', { timeout: seconds });
});

test('the print stands beside the site', async () => {
  await vi.waitFor(
    async () => {
      const answer = await fetch(`${here()}cool-city/cool-city.pdf`);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    },
    { timeout: 2 * seconds, interval: 500 },
  );
  const answer = await fetch(`${here()}-/print/cool-city`);
  expect(await answer.text()).toContain('src="/cool-city/cool-city.pdf"');
});
