/** A page that sees one document and its files, all from memory: no script, no network, no disk. */
import type { Browser, HTTPRequest, Page } from 'puppeteer';
import type { PrintJob } from '../../model/edition.ts';
import { TemplateError } from '../../model/errors.ts';

/** A made-up site that cannot exist (RFC 2606): a real scheme, so that the browser applies its usual rules for origins. */
const origin = 'https://plan.invalid/';

/** Style, images and fonts of our own origin, and nothing else: no script, frame, form, plug-in or base. */
const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox allow-same-origin',
].join('; ');

/** What is served: the document and its files. */
export type PageContent = Pick<PrintJob, 'html' | 'files'>;

/** A tab, and what closes it with everything it kept. */
export interface Tab {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens an empty tab in a browser context of its own: it shares no cache, no storage and no font with any other. */
export async function openTab(browser: Browser): Promise<Tab> {
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
  return { page: await context.newPage(), close: () => context.close() };
}

/**
 * Shows the content in an empty tab, with every font that it declares loaded. What it returns raises `TemplateError`
 * where the page, by then, has asked for a file of its own that is not there, or for a font that does not load.
 */
export async function showLocked(page: Page, content: PageContent): Promise<() => void> {
  const missing = await serve(page, content);
  await page.goto(origin, { waitUntil: 'load', timeout: 0 });
  const broken = await loadFonts(page);
  return () => complain(missing, broken);
}

/** Answers the page's requests from memory. Returns the set of its own files that it asked for in vain. */
async function serve(page: Page, content: PageContent): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  let opened = false;
  page.on('request', (request) => {
    answer(request).catch(() => undefined); // The page is gone: nobody waits for the answer.
  });
  await page.setJavaScriptEnabled(false);
  await page.setCacheEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  return missing;

  async function answer(request: HTTPRequest): Promise<void> {
    const url = request.url();
    if (url === origin && request.isNavigationRequest() && !opened) {
      opened = true;
      return respond(request, 'text/html; charset=utf-8', content.html);
    }
    const path = ownPath(url);
    // 'aborted' leaves the page as it is; 'blockedbyclient' would print the browser's error page in its place.
    if (path === undefined || request.isNavigationRequest()) return request.abort('aborted');
    const file = content.files.get(path);
    if (file) return respond(request, file.mediaType, file.bytes);
    missing.add(path);
    return request.abort('aborted');
  }
}

function respond(request: HTTPRequest, contentType: string, body: string | Uint8Array) {
  return request.respond({
    status: 200,
    contentType,
    headers: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body,
  });
}

/** The path of one of the page's own files; undefined for any other address. */
function ownPath(url: string): string | undefined {
  if (!url.startsWith(origin)) return undefined;
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1));
  } catch {
    return undefined;
  }
}

/** What the browser offers where `loadFonts` runs (CSS Font Loading, 3). */
declare const document: {
  readonly fonts: Iterable<{
    readonly family: string;
    readonly status: string;
    load(): Promise<unknown>;
  }> & { readonly ready: Promise<unknown> };
};

/** Loads every declared face, those that only a page's margin uses too. Returns the families that would not load. */
function loadFonts(page: Page): Promise<readonly string[]> {
  // Runs in the browser, in a world of its own that the page's content cannot reach.
  return page.evaluate(async () => {
    const faces = [...document.fonts];
    await Promise.all(faces.map((face) => face.load().catch(() => undefined)));
    await document.fonts.ready;
    return faces.filter((face) => face.status !== 'loaded').map((face) => face.family);
  });
}

function complain(missing: ReadonlySet<string>, broken: readonly string[]): void {
  const path = [...missing].find((name) => name !== 'favicon.ico');
  if (path !== undefined) {
    throw new TemplateError(
      `The print asks for the file "${path}", which is not among its files.`,
      'Correct the path in templates/pdf or styles/print.',
    );
  }
  if (broken[0] !== undefined) {
    throw new TemplateError(
      `The print declares the font ${broken[0]}, whose file could not be loaded.`,
      'Correct the src of its @font-face in styles/print.',
    );
  }
}
