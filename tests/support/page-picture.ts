/** Pages of PDFs as pictures, drawn by poppler. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { run } from '../../pipeline/build/run.ts';

/** A page, numbered from 1, at so many dots an inch. */
export async function pagePicture(pdf: Uint8Array, page: number, dpi: number): Promise<PNG> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'picture-'));
  try {
    const file = path.join(folder, 'print.pdf');
    await writeFile(file, pdf);
    const only = ['-f', String(page), '-l', String(page), '-r', String(dpi)];
    const out = path.join(folder, 'page');
    const ran = await run('pdftoppm', [...only, '-png', '-singlefile', file, out], {
      timeoutSeconds: 600,
    });
    if (ran.code !== 0) throw new Error(`pdftoppm: ${ran.outcome} ${ran.stderr}`);
    return PNG.sync.read(await readFile(`${out}.png`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many of a page's pixels, at 40 dots an inch, are not the same in two PDFs. */
export async function pixelsThatDiffer(
  one: Uint8Array,
  other: Uint8Array,
  page: number,
): Promise<number> {
  const { data } = await pagePicture(one, page, 40);
  const { data: against, width, height } = await pagePicture(other, page, 40);
  return pixelmatch(data, against, undefined, width, height, { threshold: 0.1 });
}
