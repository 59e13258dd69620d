/** `briefwright init`: a project with one plan that passes its check, to start from. */
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../model/errors.ts';
import { createTemplates } from '../../render/templates.ts';
import { readTexts } from '../resources.ts';

const ending = '.liquid';

/** What was done, by paths relative to the project's folder. */
export interface InitReport {
  readonly written: readonly string[];
  /** Was there already and stays as it is. */
  readonly kept: readonly string[];
}

export interface InitOptions {
  /** The project's folder; made where it does not exist. */
  readonly folder: string;
  readonly packageRoot: string;
  /** briefwright's own version, for the commands in the files. */
  readonly version: string;
  /** The plan's first date. */
  readonly today: Date;
}

/**
 * Writes the files of `templates/init/` into a folder. Nothing that is there is changed.
 * Raises `UsageError` where the folder holds plans already, or is none; then nothing is written.
 */
export async function init(options: InitOptions): Promise<InitReport> {
  await requireRoom(options.folder);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [file, text] of await startingFiles(options)) {
    const target = path.join(options.folder, file);
    if (await exists(target)) {
      kept.push(file);
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    // 'wx': what came to be there since is not overwritten either.
    await writeFile(target, text, { flag: 'wx' });
    written.push(file);
  }
  return { written, kept };
}

async function requireRoom(folder: string): Promise<void> {
  const about = await lstat(folder).catch(() => undefined);
  if (about && !about.isDirectory() && !about.isSymbolicLink()) {
    throw new UsageError(`"${folder}" is a file, not a folder.`, 'briefwright init my-plans');
  }
  if (await exists(path.join(folder, 'sources'))) {
    throw new UsageError(
      `There is a folder for plans in "${folder}" already: sources.`,
      'Write the new plan beside the others, or start in another folder: briefwright init my-plans',
    );
  }
}

/** Text by path. A name that starts with `_` stands for one with a dot: npm leaves some of those out of packages. */
async function startingFiles(options: InitOptions): Promise<ReadonlyMap<string, string>> {
  const texts = await readTexts(path.join(options.packageRoot, 'templates', 'init'));
  const templates = createTemplates(texts);
  const view = { version: options.version, date: options.today.toISOString().slice(0, 10) };
  return new Map(
    [...texts.keys()]
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .map((name) => [name.replace(/(^|\/)_/gu, '$1.'), templates.render(name, view)]),
  );
}

async function exists(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
