/** Starts a browser for printing: no network, no fonts of the machine, the same result everywhere. */
import type { Browser } from 'puppeteer';
import { ToolError } from '../../model/errors.ts';
import type { Machine } from '../machine.ts';
import type { WorkFolder } from './work-folder.ts';

/** The oldest Chromium that draws the boxes in a page's margins: page numbers and running heads. */
export const oldestChromium = 131;

/** How long a browser may take to start: generous, since a cold disk can take half a minute. */
const launchTimeout = 120_000;

/** Flags beside puppeteer's own. */
const flags = [
  // Without hinting, letters stand at the same spots on every machine.
  '--font-render-hinting=none',
  // Nothing is looked up or reached, even by what gets past interception, such as preconnect.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-gpu',
];

/**
 * Starts the browser at `executable`. It ends with this process in any case: it listens on a pipe, not on a port.
 * `signal` ends it at once, also while it starts.
 * Raises `ToolError` where it does not start, with the command that mends what we know about.
 */
export async function launchBrowser(
  executable: string,
  machine: Machine,
  work: WorkFolder,
  signal: AbortSignal,
): Promise<Browser> {
  const { launch } = await import('puppeteer');
  const unconfined = machine.root || machine.env['BRIEFWRIGHT_SANDBOX'] === 'off';
  let browser: Browser;
  try {
    browser = await launch({
      executablePath: executable,
      signal,
      headless: true,
      pipe: true,
      timeout: launchTimeout,
      // Long prints are bounded by us, one by one.
      protocolTimeout: 0,
      userDataDir: `${work.path}/profile`,
      args: [...flags, ...(unconfined ? ['--no-sandbox'] : [])],
      env: environment(machine, work),
      // The command line decides what Ctrl-C does.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw launchError(executable, error);
  }
  // A pipe that breaks when the browser crashes would otherwise end us too; the crash itself is told elsewhere.
  for (const stream of browser.process()?.stdio ?? []) stream?.on('error', () => undefined);
  return requireRecent(executable, browser);
}

/** Ends a browser at once, with all its processes: what is started may be a script around it. */
export function killBrowser(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    // puppeteer starts it as the head of a process group of its own, but not on Windows.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Asks a browser to end, and ends it where it does not within five seconds. */
export async function closeBrowser(browser: Browser): Promise<void> {
  const timer = setTimeout(() => killBrowser(browser), 5000);
  await browser.close().catch(() => killBrowser(browser));
  clearTimeout(timer);
}

async function requireRecent(executable: string, browser: Browser): Promise<Browser> {
  const version = await browser.version();
  const major = Number(/\/(\d+)\./u.exec(version)?.[1] ?? 0);
  if (major >= oldestChromium) return browser;
  await closeBrowser(browser);
  throw new ToolError(
    `The browser ${executable} is ${version}: too old to print page numbers and running heads. Version ${oldestChromium} or later is needed.`,
    'briefwright setup',
  );
}

/** What the browser gets of our variables: the least, so that neither zone nor language of the machine shows. */
function environment(machine: Machine, work: WorkFolder): Record<string, string | undefined> {
  if (machine.platform !== 'linux') return { ...machine.env, TZ: 'UTC' };
  return {
    PATH: machine.env['PATH'],
    LD_LIBRARY_PATH: machine.env['LD_LIBRARY_PATH'],
    HOME: work.path,
    TMPDIR: work.path,
    FONTCONFIG_FILE: work.fontConfig,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
}

function launchError(executable: string, error: unknown): ToolError {
  const text = error instanceof Error ? error.message : String(error);
  const library = /loading shared libraries: (\S+?):/u.exec(text)?.[1];
  if (library !== undefined) {
    return new ToolError(
      `The browser ${executable} does not start: the system library ${library} is missing.`,
      'apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell',
      { cause: error },
    );
  }
  if (/no usable sandbox|sandbox.*(?:failed|not permitted)|setuid sandbox/iu.test(text)) {
    return new ToolError(
      `The browser ${executable} does not start: this system does not let it set up its sandbox.`,
      'Install Google Chrome, which this system knows; or, since a print runs no script and reaches no network: BRIEFWRIGHT_SANDBOX=off briefwright build',
      { cause: error },
    );
  }
  return new ToolError(`The browser ${executable} does not start.`, 'briefwright setup', {
    cause: error,
  });
}
