/** What a step is made by, as hashes: our own code, the templates and styles, the browser. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../../model/hash.ts';
import { findBrowser } from '../browser/find.ts';
import type { Machine } from '../machine.ts';

/** Our own code, the packages it was installed with, and the Node that runs it. */
export function codeInputs(packageRoot: string): string {
  // Run from its bundle, that is what counts; the sources are there, and bundle nothing, in a checkout only.
  const here = path.basename(path.dirname(fileURLToPath(import.meta.url)));
  const running = here === 'bin' ? 'bin' : 'pipeline';
  const code = filesBelow(path.join(packageRoot, running)).map((file) => {
    const { size, mtimeMs } = statSync(file);
    return [path.relative(packageRoot, file), size, mtimeMs];
  });
  const packages = ['package.json', 'package-lock.json'].map((name) =>
    textOf(path.join(packageRoot, name)),
  );
  return hashOf(process.version, process.platform, code, packages);
}

/** The package's templates or styles, and the project's own over them. */
export function resourceInputs(
  kind: 'templates' | 'styles',
  packageRoot: string,
  root: string,
): string {
  const folders = [path.join(packageRoot, kind), path.join(root, kind)];
  return hashOf(
    folders.map((folder) =>
      filesBelow(folder).map((file) => [path.relative(folder, file), textOf(file)]),
    ),
  );
}

/**
 * The browser that would print: where it is, and what its file looks like. It is not started for that. Empty where
 * there is none. Raises `ToolError` where one is named that is not there.
 */
export async function browserInputs(machine: Machine, packageRoot: string): Promise<string> {
  const found = await findBrowser({ machine, packageRoot });
  if (found === undefined) return '';
  return hashOf(fileInputs(found.path), machine.env['BRIEFWRIGHT_SANDBOX']);
}

/** A program's file, by where it is and what it looks like. */
export function fileInputs(program: string): string {
  const file = realpathSync(program);
  const { size, mtimeMs, ino } = statSync(file);
  return hashOf(file, size, mtimeMs, ino);
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
