/** What programs that are not npm's say against a PDF: qpdf and mupdf, where they are installed. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../pipeline/build/run.ts';

/** By name, the program with what it is given before the file: `qpdf` looks at every object, `mutool` draws every page. */
const commands = {
  qpdf: ['--check'],
  mutool: ['draw', '-q', '-F', 'stext', '-o', os.devNull],
} as const;

export type Checker = keyof typeof commands;

/** Those that are not installed here, so that a test can skip them. */
export const missingCheckers: ReadonlySet<string> = new Set(
  Object.keys(commands).filter((name) => spawnSync(name, ['--version']).error !== undefined),
);

/** What one says is wrong, line by line. */
export async function complaintsOf(name: Checker, pdf: Uint8Array): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'checked-'));
  try {
    const file = path.join(folder, 'print.pdf');
    await writeFile(file, pdf);
    const { code, stderr } = await run(name, [...commands[name], file], { timeoutSeconds: 120 });
    // Debian's mupdf says of itself, for any file, that it was built without colour profiles.
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('ICC support'));
    return code === 0 ? lines : [...lines, `${name} ended with ${code}`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
