/** `briefwright doctor`: what this machine has of all that we rely on, and the line that mends what is missing. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import { ToolError } from '../model/errors.ts';
import type { BrowserSearch } from './browser/find.ts';
import { probeBrowser } from './browser/probe.ts';
import { loadFonts } from './fonts.ts';
import { installLine } from './setup/packages.ts';
import { browserHelp } from './setup/setup.ts';
import { probeTool, type ToolState, tools, works } from './setup/tools.ts';

/** One thing that was looked for. */
export interface Check {
  readonly name: string;
  /** `optional`: missing, but only verifying and the tests want it. */
  readonly state: 'ok' | 'missing' | 'broken' | 'optional';
  /** What was found, or what is wrong: a sentence or a version. */
  readonly found: string;
  /** The line to type; only where something is to be mended. */
  readonly help?: string;
}

export interface DoctorReport {
  readonly version: string;
  /** Such as `linux x64`. */
  readonly system: string;
  readonly checks: readonly Check[];
}

/** Whether a build would work: nothing missing or broken but what is optional. */
export function isWell(report: DoctorReport): boolean {
  return report.checks.every((check) => check.state === 'ok' || check.state === 'optional');
}

/** The part of a package.json that we read. */
const packageFile = z.object({
  version: z.string(),
  engines: z.object({ node: z.string() }).optional(),
});

/** Looks at everything; starts the browser and the tools to see that they run. */
export async function diagnose(search: BrowserSearch): Promise<DoctorReport> {
  const own = await readPackage(path.join(search.packageRoot, 'package.json'));
  const [browser, fonts, ace, ...states] = await Promise.all([
    browserCheck(search),
    fontsCheck(search.packageRoot),
    aceCheck(search.packageRoot),
    ...tools.map((tool) => probeTool(tool, search.machine)),
  ]);
  return {
    version: own.version,
    system: `${process.platform} ${process.arch}`,
    checks: [
      nodeCheck(process.versions.node, own.engines?.node ?? '>=0'),
      browser,
      fonts,
      ...states.map((state) => toolCheck(state, search)),
      ace,
    ],
  };
}

/** `wanted` is a range of the form `>=20.19`. */
export function nodeCheck(version: string, wanted: string): Check {
  const numbers = (text: string) => (text.match(/\d+/gu) ?? []).map(Number);
  const [major = 0, minor = 0] = numbers(version);
  const [oldestMajor = 0, oldestMinor = 0] = numbers(wanted);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return { name: 'Node', state: 'ok', found: version };
  }
  return {
    name: 'Node',
    state: 'broken',
    found: `${version} is too old`,
    help: `Install Node ${oldestMajor}.${oldestMinor} or later`,
  };
}

async function browserCheck(search: BrowserSearch): Promise<Check> {
  const name = 'Browser';
  const state = await probeBrowser(search);
  if (state.state === 'works') {
    const { path: file, source } = state.browser;
    return { name, state: 'ok', found: `${state.version}, ${file} (${source})` };
  }
  if (state.state === 'missing') {
    return { name, state: 'missing', found: 'none to print with', help: browserHelp(search) };
  }
  return { name, state: 'broken', found: state.error.message, help: state.error.help };
}

async function fontsCheck(packageRoot: string): Promise<Check> {
  try {
    const fonts = await loadFonts(packageRoot);
    const families = [...new Set(fonts.map((font) => font.family))];
    return { name: 'Fonts', state: 'ok', found: `${families.join(', ')} (${fonts.length} files)` };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { name: 'Fonts', state: 'broken', found: error.message, help: error.help };
  }
}

function toolCheck(state: ToolState, { machine }: BrowserSearch): Check {
  const { name, purpose, aptPackage, brewPackage } = state.tool;
  if (works(state)) return { name, state: 'ok', found: `${state.version}, ${state.path}` };
  return {
    name,
    state: 'optional',
    found:
      state.path === undefined ? `not found; ${purpose}` : `${state.path} does not run; ${purpose}`,
    help: installLine(machine, { apt: [aptPackage], brew: [brewPackage] }),
  };
}

/** DAISY's accessibility checker: an npm package that only a development install brings. */
async function aceCheck(packageRoot: string): Promise<Check> {
  const { resolve } = createRequire(path.join(packageRoot, 'package.json'));
  try {
    const { version } = await readPackage(resolve('@daisy/ace-cli/package.json'));
    return { name: 'Ace', state: 'ok', found: version };
  } catch {
    return {
      name: 'Ace',
      state: 'optional',
      found: 'not found; to check EPUBs for accessibility',
      help: 'npm install --save-dev @daisy/ace-cli',
    };
  }
}

async function readPackage(file: string): Promise<z.infer<typeof packageFile>> {
  return packageFile.parse(JSON.parse(await readFile(file, 'utf8')));
}
