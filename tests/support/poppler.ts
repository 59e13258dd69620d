/** What poppler, a reader that is not ours, finds in a PDF. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../pipeline/build/run.ts';

/** The output of one of poppler's commands on a PDF: `pdftotext`, `pdffonts`, `pdfinfo`. */
export async function poppler(
  command: 'pdftotext' | 'pdffonts' | 'pdfinfo',
  pdf: Uint8Array,
  flags: readonly string[] = [],
): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'poppler-'));
  try {
    const file = path.join(folder, 'print.pdf');
    await writeFile(file, pdf);
    const args = [...flags, file, ...(command === 'pdftotext' ? ['-'] : [])];
    const ran = await run(command, args, { timeoutSeconds: 600 });
    if (ran.code !== 0) throw new Error(`${command}: ${ran.outcome} ${ran.stderr}`);
    return ran.stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
