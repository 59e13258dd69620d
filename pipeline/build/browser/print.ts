/** Prints a page to PDF with the browser of a session. */
import type { Browser, Page } from 'puppeteer';
import type { Printer, PrintJob, Proof } from '../../model/edition.ts';
import { TemplateError, ToolError, UsageError } from '../../model/errors.ts';
import type { Machine } from '../machine.ts';
import { killBrowser } from './launch.ts';
import { openTab, type PageContent, showLocked, type Tab } from './locked-page.ts';
import { fitFormulas, hasFormula } from './proof/fit-formulas.ts';
import { readPlaces } from './proof/read-places.ts';
import { SentLines } from './proof/sent-lines.ts';
import { showContent } from './proof/show-content.ts';
import { closeRooms, leaveRooms } from './proof/table-heads.ts';
import type { BrowserSession } from './session.ts';

/** How long one print may take, unless someone says otherwise. A thousand pages take about a minute. */
const defaultSeconds = 1200;

/** The browser, or the tab in it, ended while it worked. */
class Crash extends Error {}

/**
 * A printer on a session's browser. A browser that crashes is started anew and asked once more, since a print
 * changes nothing; what happens the second time stands.
 * Raises `ToolError` where the browser fails twice or takes longer than `seconds`, `TemplateError` where the page
 * asks for a file that it does not bring.
 */
export function createPrinter(session: BrowserSession, seconds = defaultSeconds): Printer {
  const proof: Printer['proof'] = async (files, work) => {
    const { close, ...open } = openProof(session, files, seconds);
    try {
      return await work(open);
    } finally {
      await close();
    }
  };
  return {
    print: ({ html, files, tagged }) => proof(files, (open) => open.print(html, tagged)),
    proof,
    version: async () => (await session.browser()).version(),
  };
}

/** A proof, whose tab opens with the first document that it shows. */
function openProof(
  session: BrowserSession,
  files: PrintJob['files'],
  seconds: number,
): Proof & { close(): Promise<void> } {
  let tab: Tab | undefined;
  let sent = new SentLines();
  const close = async () => {
    // Where the browser is gone, so is the tab.
    await tab?.close().catch(() => undefined);
    tab = undefined;
  };
  const step = <T>(
    html: string,
    open: (page: Page, content: PageContent, sent: SentLines) => Promise<void>,
    work: (page: Page) => Promise<T>,
  ) =>
    twice(async () => {
      const browser = await session.browser();
      try {
        if (sent.isWornFor(html)) await close();
        const isNew = tab === undefined;
        if (isNew) sent = new SentLines();
        tab ??= await openTab(browser);
        return await inTime(browser, tab.page, seconds, async (page) => {
          await (isNew ? open(page, { html, files }, sent) : showContent(page, sent, html));
          return work(page);
        });
      } catch (error) {
        await close();
        throw asOurs(error, browser);
      }
    });
  return {
    place: (html) =>
      step(html, openOnScreen, async (page) => {
        await page.emulateMediaType();
        if (hasFormula(html)) await fitFormulas(page);
        await leaveRooms(page);
        return readPlaces(page);
      }),
    print: (html, tagged, meanwhile) =>
      step(html, openForPrint, async (page) => {
        await closeRooms(page);
        if (hasFormula(html)) {
          // The columns are as wide as the pages' text.
          await page.emulateMediaType();
          await fitFormulas(page);
        }
        const [bytes] = await Promise.all([printTab(page, tagged), meanwhile?.()]);
        return bytes;
      }),
    close,
  };
}

/** The text comes when the fonts are there: each that comes later lays all of it out anew. */
async function openOnScreen(
  page: Page,
  { html, files }: PageContent,
  sent: SentLines,
): Promise<void> {
  const head = html.slice(0, html.indexOf('<body'));
  const complain = await showLocked(page, { html: `${head}<body></body></html>`, files });
  await showContent(page, sent, html);
  complain();
}

async function openForPrint(page: Page, content: PageContent): Promise<void> {
  await page.emulateMediaType('print');
  const complain = await showLocked(page, content);
  complain();
}

/** Does something again where the browser crashed. */
async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    throw new ToolError(
      'The browser crashed twice while it printed. Mostly that is for want of memory.',
      'Close other programs and build again, one plan at a time: briefwright build --jobs 1',
      { cause: error },
    );
  }
}

/** The bound in seconds that BRIEFWRIGHT_PRINT_SECONDS sets. Raises `UsageError` where it is no number above 0. */
export function printSeconds(machine: Machine): number {
  const text = machine.env['BRIEFWRIGHT_PRINT_SECONDS'];
  if (text === undefined || text === '') return defaultSeconds;
  // setTimeout takes no more than 2^31 milliseconds.
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  throw new UsageError(
    `BRIEFWRIGHT_PRINT_SECONDS is "${text}", which is no number of seconds from 1 to 999999.`,
    `BRIEFWRIGHT_PRINT_SECONDS=${defaultSeconds} briefwright build`,
  );
}

/** Works in a tab until it crashes or the time is over. */
async function inTime<T>(
  browser: Browser,
  page: Page,
  seconds: number,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const guard = new AbortController();
  try {
    return await Promise.race([
      work(page),
      crashOf(browser, page, guard.signal),
      timeUp(browser, seconds, guard.signal),
    ]);
  } finally {
    guard.abort();
  }
}

/** The command is on its way when this returns: the browser prints while we do something else. */
function printTab(page: Page, tagged: boolean): Promise<Uint8Array> {
  return page.pdf({
    // They are loaded since the tab was opened.
    waitForFonts: false,
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
    timeout: 0,
  });
}

/** Rejects when the browser or the tab crashes: a call to a crashed tab would wait for ever. */
function crashOf(browser: Browser, page: Page, done: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const ended = () => reject(new Crash('The browser ended.'));
    const lost = (error: Error) => reject(new Crash('The tab ended.', { cause: error }));
    // Not `once`: puppeteer would then not find them to take them off, and keep what every step made.
    browser.on('disconnected', ended);
    page.on('error', lost);
    const forget = () => {
      browser.off('disconnected', ended);
      page.off('error', lost);
    };
    done.addEventListener('abort', forget, { once: true });
  });
}

/** Rejects when the time is over, and ends the browser: it may be past listening. */
function timeUp(browser: Browser, seconds: number, done: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new ToolError(
          `The browser did not finish a print within ${seconds} seconds.`,
          `BRIEFWRIGHT_PRINT_SECONDS=${seconds * 3} briefwright build`,
        ),
      );
      killBrowser(browser);
    }, seconds * 1000);
    done.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function asOurs(error: unknown, browser: Browser): unknown {
  if (error instanceof ToolError || error instanceof TemplateError || error instanceof Crash) {
    return error;
  }
  // Whatever the protocol says when its other end is gone, the cause is the crash.
  if (!browser.connected) return new Crash('The browser ended.', { cause: error });
  return new ToolError('The browser could not print the page.', 'briefwright doctor', {
    cause: error,
  });
}
