/**
 * What the print of the sample plan looks like: named pages beside the pictures that somebody has looked at.
 * `UPDATE_PICTURES=1` takes them anew: look at each before it is committed.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefwright, project } from '../support/command.ts';
import { pagePicture } from '../support/page-picture.ts';
import { poppler } from '../support/poppler.ts';

const folder = path.resolve('docs/pictures/print');
const dpi = 60;
/** The share of pixels that may differ: another version of poppler draws the edges of letters otherwise. */
const tolerance = 0.005;

/** A print, and the text of each of its pages. */
interface Print {
  readonly pdf: Uint8Array;
  readonly pages: readonly string[];
}

let root: string;
let a4: Print;
let a5: Print;

async function print(size: string): Promise<Print> {
  expect(await briefwright(root, ['build', '--to', 'pdf', '--size', size])).toMatchObject({
    code: 0,
  });
  const pdf = await readFile(path.join(root, 'dist/cool-city/cool-city.pdf'));
  return { pdf, pages: (await poppler('pdftotext', pdf, ['-layout'])).split('\f') };
}

beforeAll(async () => {
  root = await project('cool-city');
  a4 = await print('A4');
  a5 = await print('A5');
});
afterAll(() => rm(root, { recursive: true }));

/** A page by a text that stands on it first there, after the contents where it is named too. */
function pageWith({ pages }: Print, pattern: RegExp, from = 1): number {
  const at = pages.findIndex((page, index) => index + 1 >= from && pattern.test(page));
  expect(at, String(pattern)).toBeGreaterThan(-1);
  return at + 1;
}

test.each<[string, () => Print, (print: Print) => number]>([
  ['cover', () => a4, () => 1],
  ['contents', () => a4, (from) => pageWith(from, /^\s*Contents/u)],
  ['opener', () => a4, (from) => pageWith(from, /^\s*2\s+Hold the rain/u, 4)],
  ['table', () => a5, (from) => pageWith(from, /No\. Street/u, 5)],
  ['table-goes-on', () => a5, (from) => pageWith(from, /No\. Street/u, 5) + 1],
  ['footnote', () => a4, (from) => pageWith(from, /1\. Measured in 212 bedrooms/u)],
  ['index', () => a4, (from) => pageWith(from, /^\s*Index of stakeholders/u, 4)],
])('%s', async (name, from, page) => {
  const picture = await pagePicture(from().pdf, page(from()), dpi);
  const file = path.join(folder, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] !== undefined) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, PNG.sync.write(picture));
  }
  const known = PNG.sync.read(await readFile(file));
  expect([picture.width, picture.height]).toEqual([known.width, known.height]);
  const { width, height } = known;
  const differing = pixelmatch(known.data, picture.data, undefined, width, height, {
    threshold: 0.2,
  });
  expect(differing / (width * height)).toBeLessThan(tolerance);
});
