/** `briefwright setup`: finds what a build needs and gets what is missing, saying first what it will run. */
import { ToolError } from '../../model/errors.ts';
import { type BrowserSearch, browserNames, withoutName } from '../browser/find.ts';
import { type BrowserState, probeBrowser } from '../browser/probe.ts';
import { downloadBrowser, downloadLine } from './download.ts';
import { aptInstall, aptSatisfy, installLine, type Say } from './packages.ts';
import { probeTool, tools, works } from './tools.ts';

export interface SetupOptions {
  readonly search: BrowserSearch;
  /** Gets what only the tests need too: Java, EPUBCheck, xmllint, poppler. */
  readonly tests: boolean;
  /** Gets a line for the user at each step; goes to stderr. */
  readonly say: Say;
}

/** Debian's browser for printing: 64 MB, and starts three times as fast as the whole one. Ubuntu has none such. */
const debianBrowser = ['chromium-headless-shell'];

/** What Chrome's headless shell wants of a Debian or Ubuntu, by the names of both their older and their newer releases. */
const browserLibraries = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libnspr4',
  'libnss3',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];

/**
 * Makes a build possible (with `tests`, the tests too), or raises `ToolError` with the line to type.
 * Where nothing is missing it changes nothing. It never asks.
 */
export async function setup(options: SetupOptions): Promise<void> {
  await setUpBrowser(options);
  if (options.tests) await setUpTools(options);
}

async function setUpBrowser({ search, say }: SetupOptions): Promise<void> {
  const { machine } = search;
  let state = await probeBrowser(search);
  if (state.state === 'works') return tellBrowser(state, say);
  const [named] = browserNames(search);
  if (named && state.state === 'broken') {
    throw new ToolError(state.error.message, withoutName(named), { cause: state.error });
  }

  say(state.state === 'missing' ? 'No browser was found. Getting one.' : state.error.message);
  if (await downloadBrowser(machine, search.packageRoot, say)) {
    state = await probeBrowser(search);
    if (state.state === 'broken' && machine.apt && machine.root) {
      say('The downloaded browser needs libraries of the system. Getting them.');
      await aptSatisfy(browserLibraries, say);
      state = await probeBrowser(search);
    }
  }
  if (state.state !== 'works' && machine.apt === 'debian' && machine.root) {
    await aptInstall(debianBrowser, say);
    state = await probeBrowser(search);
  }
  if (state.state === 'works') return tellBrowser(state, say);
  throw new ToolError(
    state.state === 'broken' ? state.error.message : 'There is no browser to print with.',
    browserHelp(search),
    state.state === 'broken' ? { cause: state.error } : {},
  );
}

function tellBrowser(state: BrowserState & { readonly state: 'works' }, say: Say): void {
  say(`Browser: ${state.version}, ${state.browser.path} (${state.browser.source})`);
}

/** The line that gets a browser on a machine where we could not. */
export function browserHelp({ machine }: BrowserSearch): string {
  if (machine.apt === 'debian') return installLine(machine, { apt: debianBrowser, brew: [] });
  return downloadLine;
}

async function setUpTools({ search, say }: SetupOptions): Promise<void> {
  const { machine } = search;
  const probe = () => Promise.all(tools.map((tool) => probeTool(tool, machine)));
  let states = await probe();
  const missing = states.filter((state) => !works(state)).map((state) => state.tool);
  if (missing.length > 0 && machine.apt && machine.root) {
    say(`Missing for the tests: ${missing.map((tool) => tool.name).join(', ')}. Getting them.`);
    await aptInstall(
      missing.map((tool) => tool.aptPackage),
      say,
    );
    states = await probe();
  }
  const absent = states.filter((state) => !works(state)).map((state) => state.tool);
  if (absent.length > 0) {
    throw new ToolError(
      `The tests need ${absent.map((tool) => `${tool.name} (${tool.purpose})`).join(', ')}.`,
      installLine(machine, {
        apt: absent.map((tool) => tool.aptPackage),
        brew: absent.map((tool) => tool.brewPackage),
      }),
    );
  }
  for (const { tool, version } of states) say(`${tool.name}: ${version}`);
}
