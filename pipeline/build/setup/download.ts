/** puppeteer's own download of a browser, into puppeteer's cache. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { puppeteerCache } from '../browser/find.ts';
import type { Machine } from '../machine.ts';
import { run, succeeded } from '../run.ts';
import type { Say } from './packages.ts';

/** How long the site may take to say whether it has the browser, before we go on without it. */
const answerSeconds = 10;
const downloadSeconds = 1200;

/** The line that downloads the browser, as one types it. */
export const downloadLine = 'npx puppeteer browsers install chrome-headless-shell';

/**
 * Downloads Chrome's headless shell, in the version that our puppeteer was made for. Says what it does.
 * False where the site cannot be reached, has nothing for this machine, or the download fails.
 * PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL names another site, as for puppeteer itself.
 */
export async function downloadBrowser(
  machine: Machine,
  packageRoot: string,
  say: Say,
): Promise<boolean> {
  const baseUrl = machine.env['PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL'];
  if (!(await isOffered(machine, baseUrl))) {
    say('The site that puppeteer downloads browsers from cannot be reached from here.');
    return false;
  }
  say(`$ ${downloadLine}`);
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  const command = path.join(path.dirname(resolve('puppeteer')), 'node', 'cli.js');
  const args = [command, 'browsers', 'install', 'chrome-headless-shell'];
  const site = baseUrl === undefined ? [] : ['--base-url', baseUrl];
  const env = { PUPPETEER_CACHE_DIR: puppeteerCache(machine) };
  const options = { timeoutSeconds: downloadSeconds, env, show: true };
  if (succeeded(await run(process.execPath, [...args, ...site], options))) return true;
  say('The download failed.');
  return false;
}

/** Asks the site, for a bounded time: behind some firewalls nothing ever answers. */
async function isOffered(machine: Machine, baseUrl: string | undefined): Promise<boolean> {
  const { Browser, canDownload, detectBrowserPlatform } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  const buildId = await wantedBuild();
  if (platform === undefined || buildId === undefined) return false;
  const asked = canDownload({
    browser: Browser.CHROMEHEADLESSSHELL,
    buildId,
    platform,
    cacheDir: puppeteerCache(machine),
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerSeconds * 1000);
  });
  const answer = await Promise.race([asked, tooLong]);
  clearTimeout(timer);
  return answer;
}

/** The version that puppeteer was made for: the folder's name in the path it would start the shell from. */
async function wantedBuild(): Promise<string | undefined> {
  const { executablePath } = await import('puppeteer');
  return /\d+(?:\.\d+){3}/u.exec(await executablePath({ headless: 'shell' }))?.[0];
}
