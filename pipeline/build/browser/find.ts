/** Finds a browser that prints, without starting it. */
import { existsSync } from 'node:fs';
import { ToolError } from '../../model/errors.ts';
import { type Machine, pathsOf, programOnPath } from '../machine.ts';
import { installedChromium } from './sparticuz.ts';

/** A browser, and where the path was found: `--browser`, a variable's name, `PATH` … */
export interface FoundBrowser {
  readonly path: string;
  readonly source: string;
}

/** Where to look. */
export interface BrowserSearch {
  readonly machine: Machine;
  /** The path that the command line or the configuration names. */
  readonly wanted?: string | undefined;
  /** briefwright's own folder: @sparticuz/chromium is looked for among the packages that it sees. */
  readonly packageRoot: string;
}

/** Variables that name a browser: ours, puppeteer's, and the one that Chrome's own tools read. */
const variables = ['BRIEFWRIGHT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'];

/** Programs on PATH. The headless shells start three times as fast; Google's own Chrome comes with the sandbox profile that Ubuntu wants. */
const programs = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * The first browser in this order: what the command line or the configuration names, the variables, puppeteer's own
 * cache, PATH, the places where each system puts browsers, and @sparticuz/chromium where someone installed it.
 * Raises `ToolError` where a browser is named that is not there: falling back to another would hide the mistake.
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser | undefined> {
  const { machine } = search;
  const named = namedBrowser(search);
  if (named) return named;
  const cached = await cachedBrowser(machine);
  if (cached) return { path: cached, source: 'puppeteer’s cache' };
  const onPath = programOnPath(machine, programs);
  if (onPath) return { path: onPath, source: 'PATH' };
  const known = knownPlaces(machine).find(machine.runs);
  if (known) return { path: known, source: 'a place known for this system' };
  const packed = await installedChromium(search.packageRoot);
  return packed === undefined ? undefined : { path: packed, source: '@sparticuz/chromium' };
}

/** As `findBrowser`. Raises `ToolError` where there is none. */
export async function requireBrowser(search: BrowserSearch): Promise<FoundBrowser> {
  const found = await findBrowser(search);
  if (found) return found;
  throw new ToolError(
    'There is no browser to print with: none in BRIEFWRIGHT_BROWSER, in puppeteer’s cache, on PATH, or where browsers usually are.',
    'briefwright setup',
  );
}

/** Where someone names a browser: another one in its place would be no help to them. */
export function browserNames({ machine, wanted }: BrowserSearch): readonly FoundBrowser[] {
  return [
    { path: wanted, source: '--browser' },
    ...variables.map((name) => ({ path: machine.env[name], source: name })),
  ].flatMap(({ path, source }) => (path ? { path, source } : []));
}

function namedBrowser(search: BrowserSearch): FoundBrowser | undefined {
  const [named] = browserNames(search);
  if (named === undefined || search.machine.runs(named.path)) return named;
  throw new ToolError(
    `${named.source} names the browser ${named.path}, but no program is there.`,
    withoutName(named),
  );
}

/** What to do about a browser that is named and of no use. */
export function withoutName({ source }: FoundBrowser): string {
  return source === '--browser'
    ? 'Leave --browser out, or name a browser that starts'
    : `unset ${source} && briefwright setup`;
}

/** puppeteer's folder of browsers. */
export function puppeteerCache(machine: Machine): string {
  return (
    machine.env['PUPPETEER_CACHE_DIR'] ?? pathsOf(machine).join(machine.home, '.cache', 'puppeteer')
  );
}

/** The newest browser that puppeteer keeps, a headless shell before a full Chrome. */
async function cachedBrowser(machine: Machine): Promise<string | undefined> {
  const cacheDir = puppeteerCache(machine);
  if (!existsSync(cacheDir)) return undefined;
  const { Browser, getInstalledBrowsers, getVersionComparator } = await import(
    '@puppeteer/browsers'
  );
  const installed = await getInstalledBrowsers({ cacheDir });
  for (const kind of [Browser.CHROMEHEADLESSSHELL, Browser.CHROME]) {
    const newest = installed
      .filter((browser) => browser.browser === kind && machine.runs(browser.executablePath))
      .sort((a, b) => getVersionComparator(kind)(b.buildId, a.buildId))[0];
    if (newest) return newest.executablePath;
  }
  return undefined;
}

/** Where installers put browsers, PATH or not. */
function knownPlaces(machine: Machine): readonly string[] {
  const { join } = pathsOf(machine);
  if (machine.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/', machine.home].flatMap((base) =>
      apps.map((app) => join(base, 'Applications', `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (machine.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => machine.env[name] ?? [],
    );
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((program) => bases.map((base) => join(base, program)));
  }
  return [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}
