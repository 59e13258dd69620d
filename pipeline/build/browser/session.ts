/** One browser for a whole build: started when the first page is printed, closed in any case. */
import type { Browser } from 'puppeteer';
import { ToolError } from '../../model/errors.ts';
import { type BrowserSearch, requireBrowser } from './find.ts';
import { closeBrowser, launchBrowser } from './launch.ts';
import { createWorkFolder } from './work-folder.ts';

/** A browser that may not have started yet. */
export interface BrowserSession {
  /** The running browser; starts one where none runs. Raises `ToolError` where there is none or it does not start. */
  browser(): Promise<Browser>;
  /** Such as `HeadlessChrome/156.0.8078.79`; undefined where no browser was started. */
  version(): string | undefined;
  /** Ends the browser and removes what it wrote. May be called twice. */
  close(): Promise<void>;
}

interface Running {
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** Prepares a session. Nothing is started or written yet. */
export function openSession(search: BrowserSearch): BrowserSession {
  let running: Promise<Running> | undefined;
  let version: string | undefined;
  let closed = false;

  async function start(): Promise<Running> {
    if (closed) throw new ToolError('The browser was closed before the print was made.', '');
    const { path } = await requireBrowser(search);
    const work = createWorkFolder(search.packageRoot);
    let browser: Browser | undefined;
    // However the process ends, Ctrl-C included, neither browser nor folder stays.
    const ending = new AbortController();
    const atExit = () => {
      ending.abort();
      work.removeNow();
    };
    process.once('exit', atExit);
    const stop = async () => {
      if (browser) await closeBrowser(browser);
      await work.remove();
      process.off('exit', atExit);
    };
    try {
      browser = await launchBrowser(path, search.machine, work, ending.signal);
      version = await browser.version();
      return { browser, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  }

  async function current(): Promise<Running> {
    if (running === undefined) {
      running = start();
      return running;
    }
    const before = running;
    const { browser, stop } = await before;
    if (browser.connected) return before;
    // It crashed. Whoever sees it first clears up and starts another; the rest wait for that one.
    if (running === before) running = stop().then(start);
    return running;
  }

  return {
    browser: async () => (await current()).browser,
    version: () => version,
    async close() {
      closed = true;
      const last = running;
      running = undefined;
      if (last === undefined) return;
      const { stop } = await last.catch(() => ({ stop: async () => undefined }));
      await stop();
    },
  };
}

/** Runs `work` with a session and closes it, whether the work succeeds or not. */
export async function withBrowser<T>(
  search: BrowserSearch,
  work: (session: BrowserSession) => Promise<T>,
): Promise<T> {
  const session = openSession(search);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
