/** Finds the checkers of finished files that this machine has. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Ace } from '../verify/epub/ace.ts';
import type { JavaEpubCheck } from '../verify/epub/epubcheck-java.ts';
import type { EpubTools } from '../verify/epub/verify-epub.ts';
import { lookAnew } from '../verify/verdict.ts';
import { type BrowserSearch, findBrowser } from './browser/find.ts';
import { type Machine, programOnPath } from './machine.ts';
import { run } from './run.ts';

/** What checks single files. */
export type Verifiers = EpubTools;

/** What is missing is undefined: the verdict names it as not checked. */
export async function findVerifiers(search: BrowserSearch): Promise<Verifiers> {
  return {
    run,
    epubcheck: findEpubCheck(search.machine),
    ace: await findAce(search),
    remember: lookAnew,
  };
}

function findEpubCheck(machine: Machine): JavaEpubCheck | undefined {
  const java = programOnPath(machine, ['java']);
  const program = programOnPath(machine, ['epubcheck']);
  const jar = program === undefined ? undefined : jarOf(program);
  return java === undefined || jar === undefined ? undefined : { java, jar };
}

/** Debian's `epubcheck` is the jar itself; Homebrew's is a script that names it. */
function jarOf(program: string): string | undefined {
  const text = readFileSync(program).subarray(0, 4096).toString('latin1');
  if (!text.startsWith('#!')) return program;
  const jar = /(\/[^\s"']+\.jar)/u.exec(text)?.[1];
  return jar !== undefined && existsSync(jar) ? jar : undefined;
}

/** An npm package that only a development install brings. */
async function findAce(search: BrowserSearch): Promise<Ace | undefined> {
  const { resolve } = createRequire(path.join(search.packageRoot, 'package.json'));
  const browser = await findBrowser(search);
  if (browser === undefined) return undefined;
  try {
    const folder = path.dirname(resolve('@daisy/ace-cli/package.json'));
    return {
      node: process.execPath,
      script: path.join(folder, 'bin', 'ace.js'),
      browser: browser.path,
    };
  } catch {
    return undefined;
  }
}
