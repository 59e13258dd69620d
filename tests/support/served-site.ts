/** A site on a server of the loopback interface, as a reader's browser meets it online. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { afterAll } from 'vitest';
import * as z from 'zod';
import type { Artifact } from '../../pipeline/model/edition.ts';
import { readerBrowser } from './reader-browser.ts';

/** A visit: how wide the window is, and by how many milliseconds files that match `late` are held back. */
export interface Visit {
  readonly width: number;
  readonly late?: { readonly path: RegExp; readonly by: number };
}

/** What a visit saw. */
export interface Visited {
  readonly requests: readonly { readonly url: string; readonly bytes: number }[];
  readonly complaints: readonly string[];
  /** The sum of all layout shifts without the reader's doing (Layout Instability API). */
  readonly shift: number;
}

const shifts = z.number();

/** Records every shift from the first paint on. */
const observe = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Serves the artifacts from memory until the last test is done. */
export function servedSite(artifacts: () => Promise<readonly Artifact[]>) {
  const browser = readerBrowser();
  let files: ReadonlyMap<string, Artifact> | undefined;
  let late: Visit['late'];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
    const file = files?.get(path);
    if (late?.path.test(path)) await wait(late.by);
    if (file) response.setHeader('content-type', file.mediaType);
    else response.statusCode = 404;
    response.end(file?.bytes);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function address(): Promise<AddressInfo> {
    files ??= new Map((await artifacts()).map((one) => [one.path, one]));
    if (!server.listening) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    }
    const at = server.address();
    if (at === null || typeof at === 'string') throw new Error('The server has no port.');
    return at;
  }

  return {
    /** Opens a page in a browser that has been nowhere yet, and waits until nothing is under way. */
    async visit(
      name: string,
      visit: Visit,
      look?: (page: Page) => Promise<void>,
    ): Promise<Visited> {
      const { port } = await address();
      late = visit.late;
      const context = await (await browser()).createBrowserContext();
      const page = await context.newPage();
      try {
        const requests: { url: string; bytes: number }[] = [];
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('request', (request) => {
          const path = decodeURIComponent(new URL(request.url()).pathname.slice(1));
          requests.push({ url: request.url(), bytes: files?.get(path)?.bytes.length ?? 0 });
        });
        await page.evaluateOnNewDocument(observe);
        await page.setViewport({ width: visit.width, height: 900 });
        await page.goto(`http://127.0.0.1:${port}/${name}`, { waitUntil: 'networkidle0' });
        await page.evaluate('document.fonts.ready.then(() => true)');
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
        );
        await look?.(page);
        return { requests, complaints, shift: shifts.parse(await page.evaluate('shifted')) };
      } finally {
        await context.close();
      }
    },
  };
}
