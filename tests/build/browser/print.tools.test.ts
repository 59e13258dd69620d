/** What the printer promises, with the real browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { killBrowser } from '../../../pipeline/build/browser/launch.ts';
import { createPrinter } from '../../../pipeline/build/browser/print.ts';
import { type BrowserSession, withBrowser } from '../../../pipeline/build/browser/session.ts';
import { loadFonts } from '../../../pipeline/build/fonts.ts';
import { thisMachine } from '../../../pipeline/build/machine.ts';
import type { PrintJob } from '../../../pipeline/model/edition.ts';
import { browserForTests } from '../../support/browser.ts';
import { poppler } from '../../support/poppler.ts';

const { printer, session } = browserForTests();
const fonts = await loadFonts(process.cwd());
const serif = fonts.find((font) => font.path === 'fonts/source-serif-4-regular.woff2');
if (!serif) throw new Error('the text face is missing');

const files = new Map([[serif.path, { bytes: serif.bytes, mediaType: 'font/woff2' }]]);

const style = `
  @font-face { font-family: "Source Serif 4"; src: url(${serif.path}); }
  @page { size: A5; margin: 20mm; @top-center { font: 9pt "Source Serif 4"; content: "head " counter(page); } }
  body { font-family: "Source Serif 4"; }`;

function job(body: string, change: Partial<PrintJob> = {}): PrintJob {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Trial</title><style>${style}</style><body>${body}</body></html>`;
  return { html, files, tagged: true, ...change };
}

/** A PDF without the second it was made in, the only thing that two prints may differ in. */
function withoutDates(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replace(/\((D:\d{14})/gu, '(D:0');
}

test('the page’s own size, its margin boxes, its text and its font', async () => {
  const pdf = await printer.print(job('<p>Running text</p>'));
  expect(await poppler('pdftotext', pdf)).toBe('head 1\n\nRunning text\n\n\f');
  expect(await poppler('pdfinfo', pdf)).toMatch(/Tagged: +yes[\s\S]*A5/u);
  expect(await poppler('pdffonts', pdf)).toMatch(
    /SourceSerif4-Regular +CID TrueType +Identity-H +yes yes yes/u,
  );
});

test('untagged on request, for prints that are thrown away', async () => {
  const pdf = await printer.print(job('<p>x</p>', { tagged: false }));
  expect(await poppler('pdfinfo', pdf)).toMatch(/Tagged: +no/u);
});

test('two prints are the same but for the dates', async () => {
  const table = '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>';
  const [first, second] = [await printer.print(job(table)), await printer.print(job(table))];
  expect(withoutDates(first)).toBe(withoutDates(second));
});

test('dates are in UTC, whatever the machine’s zone', async () => {
  const pdf = await printer.print(job('<p>x</p>'));
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/CreationDate \(D:\d{14}\+00'00'\)/u);
});

test('what a print made is not kept by the browser when it is done', async () => {
  const browser = await session.browser();
  const before = browser.listenerCount('disconnected');
  await printer.print(job('<p>x</p>'));
  expect(browser.listenerCount('disconnected')).toBe(before);
});

test('several prints at once', async () => {
  const texts = ['one', 'two', 'three'];
  const pdfs = await Promise.all(texts.map((text) => printer.print(job(`<p>${text}</p>`))));
  const read = await Promise.all(pdfs.map((pdf) => poppler('pdftotext', pdf)));
  expect(read.map((text) => text.split('\n')[2])).toEqual(texts);
});

test('a font of the machine is never used: what ours lack is the second embedded face or a box', async () => {
  const pdf = await printer.print(
    job(
      '<p style="font-family: Liberation Sans, DejaVu Serif, monospace">no embedded face is asked for 中</p>',
    ),
  );
  const names = [...(await poppler('pdffonts', pdf)).matchAll(/^\w+\+(\S+)/gmu)].map((m) => m[1]);
  expect(new Set(names)).toEqual(new Set(['SourceSerif4-Regular', 'SourceSans3-Regular']));
});

test('a file that the page asks for and does not bring is named', async () => {
  await expect(printer.print(job('<img src="img/lo%20go.svg" alt="">'))).rejects.toMatchObject({
    name: 'TemplateError',
    message: 'The print asks for the file "img/lo go.svg", which is not among its files.',
  });
});

test('a font file that is none is named', async () => {
  const broken = new Map([
    [serif.path, { bytes: Buffer.from('not a font'), mediaType: 'font/woff2' }],
  ]);
  await expect(printer.print(job('<p>x</p>', { files: broken }))).rejects.toMatchObject({
    name: 'TemplateError',
    message: 'The print declares the font Source Serif 4, whose file could not be loaded.',
  });
});

test('a browser that crashes is started again', async () => {
  const before = await session.browser();
  const printing = printer.print(job('<p>after the crash</p>'.repeat(2000)));
  killBrowser(before);
  expect(await poppler('pdftotext', await printing)).toContain('after the crash');
  expect(await session.browser()).not.toBe(before);
});

test('a tab that crashes is printed again', async () => {
  const browser = await session.browser();
  browser.once('targetcreated', async (target) => {
    const page = await target.page();
    page?.goto('chrome://crash').catch(() => undefined);
  });
  const pdf = await printer.print(job('<p>after the crash</p>'));
  expect(await poppler('pdftotext', pdf)).toContain('after the crash');
});

test('a browser that crashes each time is given up, and says so', async () => {
  const dying: BrowserSession = {
    ...session,
    async browser() {
      const browser = await session.browser();
      killBrowser(browser);
      return browser;
    },
  };
  await expect(createPrinter(dying).print(job('<p>x</p>'))).rejects.toMatchObject({
    name: 'ToolError',
    message: 'The browser crashed twice while it printed. Mostly that is for want of memory.',
  });
});

test('a print that takes too long is ended, and the next one works', async () => {
  const long = job('<p>a long text</p>'.repeat(30_000));
  await expect(createPrinter(session, 1).print(long)).rejects.toMatchObject({
    name: 'ToolError',
    message: 'The browser did not finish a print within 1 seconds.',
    help: 'BRIEFWRIGHT_PRINT_SECONDS=3 briefwright build',
  });
  expect(await poppler('pdftotext', await printer.print(job('<p>next</p>')))).toContain('next');
});

test('nothing is left behind: no process, no folder', async () => {
  const left = async () =>
    (await readdir(os.tmpdir())).filter((name) => name.startsWith('briefwright-')).length;
  const before = await left();
  const search = { machine: thisMachine(), packageRoot: process.cwd() };
  const browser = await withBrowser(search, async (own) => {
    await createPrinter(own).print(job('<p>x</p>'));
    expect(await left()).toBe(before + 1);
    return own.browser();
  });
  expect(await left()).toBe(before);
  // The last processes need a moment to be cleared away.
  await expect.poll(() => isGroup(browser.process()?.pid), { timeout: 10_000 }).toBe(false);
});

test('Ctrl-C in the middle of a print leaves nothing behind either', async () => {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'interrupted-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/long-print.ts'], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  const leader = Number(String(said));
  expect(isGroup(leader)).toBe(true);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  await expect.poll(() => isGroup(leader), { timeout: 10_000 }).toBe(false);
  expect((await readdir(temporary)).filter((name) => name.startsWith('briefwright-'))).toEqual([]);
  await rm(temporary, { recursive: true });
});

function isGroup(leader: number | undefined): boolean {
  try {
    return leader !== undefined && process.kill(-leader, 0);
  } catch {
    return false;
  }
}
