/** Takes the README's pictures of `dist/cool-city/`: a page of the site, of the print, and of the book. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'puppeteer';
import { openSession } from '../pipeline/build/browser/session.ts';
import { thisMachine } from '../pipeline/build/machine.ts';
import { run } from '../pipeline/build/run.ts';

const pictures = 'docs/pictures';
const plan = 'dist/cool-city';
const section = '1-1-a-heat-alarm-that-knocks-on-the-door';

interface Look {
  readonly width: number;
  readonly height: number;
  /** Device pixels in a CSS pixel. */
  readonly scale: number;
}

async function shoot(browser: Browser, file: string, look: Look, name: string): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ ...look, deviceScaleFactor: look.scale });
  await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: 'networkidle0' });
  await page.screenshot({ path: `${pictures}/${name}.webp`, quality: 80 });
  await page.close();
}

/** A page of the print, counted from 1 with the cover. */
async function shootPrint(page: number): Promise<void> {
  const flags = ['-f', String(page), '-l', String(page), '-singlefile', '-r', '72', '-png'];
  const ran = await run('pdftoppm', [...flags, `${plan}/cool-city.pdf`, `${pictures}/print`], {
    timeoutSeconds: 60,
  });
  if (ran.code !== 0) throw new Error(`pdftoppm: ${ran.stderr}`);
}

const session = openSession({ machine: thisMachine(), packageRoot: process.cwd() });
const folder = await mkdtemp(path.join(os.tmpdir(), 'pictures-'));
try {
  await mkdir(pictures, { recursive: true });
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(`${plan}/cool-city.epub`)))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const browser = await session.browser();
  const desktop = { width: 1180, height: 860, scale: 1 };
  await shoot(browser, `${plan}/1-people-first/${section}.html`, desktop, 'site');
  const phone = { width: 390, height: 760, scale: 1.5 };
  await shoot(browser, `${folder}/OEBPS/${section}.xhtml`, phone, 'book');
  await shootPrint(Number(process.argv[2] ?? 8));
} finally {
  await session.close();
  await rm(folder, { recursive: true, force: true });
}
