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

let root: string;
let pdf: Uint8Array;
let pages: readonly string[];

beforeAll(async () => {
  root = await project('cool-city');
  expect(await briefwright(root, ['build', '--to', 'pdf'])).toMatchObject({ code: 0 });
  pdf = await readFile(path.join(root, 'dist/cool-city/cool-city.pdf'));
  pages = (await poppler('pdftotext', pdf, ['-layout'])).split('\f');
});
afterAll(() => rm(root, { recursive: true }));

/** A page by a text that stands on it first there, after the contents where it is named too. */
function pageWith(pattern: RegExp, from = 1): number {
  const at = pages.findIndex((page, index) => index + 1 >= from && pattern.test(page));
  expect(at, String(pattern)).toBeGreaterThan(-1);
  return at + 1;
}

test.each<[string, () => number]>([
  ['cover', () => 1],
  ['contents', () => pageWith(/^\s*Contents/u)],
  ['opener', () => pageWith(/^\s*2\s+Hold the rain/u, 4)],
  ['table', () => pageWith(/No\. Street/u, 5)],
  ['table-goes-on', () => pageWith(/No\. Street/u, 5) + 1],
  ['footnote', () => pageWith(/1\. Measured in 212 bedrooms/u)],
  ['index', () => pageWith(/^\s*Index of stakeholders/u, 4)],
])('%s', async (name, page) => {
  const picture = await pagePicture(pdf, page(), dpi);
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
