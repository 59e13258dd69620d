/** A book opened in epub.js, a reading engine that many reading systems are made with, at the size of a phone. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer';
import type { BrowserSession } from '../../pipeline/build/browser/session.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  ncx: 'application/x-dtbncx+xml',
  opf: 'application/oebps-package+xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xml: 'text/xml',
};

/** The engine keeps to the page it is given: `shown` is what `display` last brought. */
const shell = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reader</title>
<style>html, body, #book { margin: 0; width: 100%; height: 100%; background: #fff }</style>
<div id="book"></div><script src="/epub.js"></script>
<script>
const book = ePub('/book/OEBPS/content.opf');
const rendition = book.renderTo('book', { width: '100%', height: '100%', flow: 'paginated' });
Promise.all([rendition.display(), book.ready]).then(
  () => { window.opened = true; },
  (error) => { window.failed = String(error); },
);
</script>`;

export interface OpenedBook {
  readonly page: Page;
  /** What went wrong while reading: errors of the engine, files not found, scripts refused. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Raises an error where the engine cannot open the book. */
export async function openBook(
  session: BrowserSession,
  bytes: Uint8Array,
  scheme: 'light' | 'dark' = 'light',
): Promise<OpenedBook> {
  const files: Record<string, Uint8Array> = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [`/book/${name}`, content]),
  );
  files['/'] = Buffer.from(shell);
  files['/epub.js'] = readFileSync('node_modules/epubjs/dist/epub.js');
  const browser = await session.browser();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { host, pathname } = new URL(request.url());
    const content = host === 'book.test' ? files[decodeURIComponent(pathname)] : undefined;
    // The engine asks for Apple's options whether there are any or not.
    if (content === undefined && !/favicon|com\.apple\.ibooks/u.test(pathname))
      complaints.push(`asked for ${request.url()}`);
    const ending = pathname === '/' ? 'html' : pathname.replace(/^.*\./u, '');
    void request.respond(
      content === undefined
        ? { status: 404 }
        : { status: 200, contentType: types[ending] ?? 'text/plain', body: content },
    );
  });
  await page.setViewport({ width: 390, height: 844, deviceScaleFactor: 2, isMobile: true });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto('http://book.test/');
  await page.waitForFunction('window.opened || window.failed', { timeout: 60_000 });
  const failed = await page.evaluate('window.failed');
  if (typeof failed === 'string') throw new Error(failed);
  return {
    page,
    complaints,
    close: () => page.close(),
  };
}
