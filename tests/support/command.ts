/** The command as people run it: the bundle, in a process of its own, in a project of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export const bundle = path.resolve('bin/briefwright.js');

export interface Ended {
  /** The exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new project folder, with the named plans of this repository in its `sources/`. */
export async function project(...plans: readonly string[]): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright project '));
  for (const plan of plans) {
    await cp(`sources/${plan}`, path.join(root, 'sources', plan), { recursive: true });
  }
  return root;
}

/** Runs the command to its end. `limit`: the size in blocks of 512 bytes beyond which no file may grow. */
export function briefwright(
  root: string,
  args: readonly string[],
  options: { limit?: number; env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return ended(start(root, args, options));
}

/** Starts the command, so that a test can end it in between. */
export function start(
  root: string,
  args: readonly string[],
  { limit, env = {} }: { limit?: number; env?: Readonly<Record<string, string>> } = {},
): ChildProcess {
  const limited = ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, bundle, ...args];
  const options = { cwd: root, env: { ...process.env, NO_COLOR: '1', ...env } };
  return limit === undefined
    ? spawn(process.execPath, [bundle, ...args], options)
    : spawn('sh', limited, options);
}

/** How a started command ends, and all that it said. */
export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const said = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? undefined, ...said }));
  });
}

/** Every file below a folder with its hash, as one value to compare; empty where there is none. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const pairs = files.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const hash = createHash('sha256').update(await readFile(file));
    return [path.relative(folder, file), hash.digest('hex')] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
