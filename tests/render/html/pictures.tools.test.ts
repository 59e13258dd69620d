/**
 * How each kind of page looks, compared with the pictures that a person reviewed and the README shows.
 * After a change that is meant: `UPDATE_PICTURES=1 npx vitest run --project tools tests/render/html/pictures.tools.test.ts`.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { withTheme } from '../../../pipeline/build/theme.ts';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { libraryEntry, libraryPage } from '../../../pipeline/render/html/library.ts';
import { editionContext } from '../../support/edition-context.ts';
import { type Look, openedSite } from '../../support/opened-site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const folder = 'docs/pictures/site';

/** So many of a hundred pixels may differ: letters are smoothed otherwise by another version of the browser. */
const tolerance = 1;

const site = openedSite(async () => {
  const context = await editionContext();
  const plan = smallPlan();
  const made = await Promise.all([
    htmlEdition.render(plan, context),
    htmlEdition.render(smallPlan({ lang: 'ar', dir: 'rtl' }), await editionContext('ar')),
    ...['bureau', 'journal'].map((theme) =>
      htmlEdition.render(plan, { ...context, styles: withTheme(context.styles, theme) }),
    ),
  ]);
  const folders = ['cool', 'mirrored', 'bureau', 'journal'];
  return [
    ...made.flatMap(({ artifacts }, index) =>
      artifacts.map((one) => ({ ...one, path: `${folders[index]}/${one.path}` })),
    ),
    ...libraryPage([plan, smallPlan({ slug: 'mirrored' })].map(libraryEntry), context),
  ];
});

const desk: Look = { width: 1200, scheme: 'light' };
const night: Look = { width: 1200, scheme: 'dark' };
const phone: Look = { width: 390, scheme: 'light' };
const section = '1-people/1-1-heat-alarm.html';

test.for<[string, string, Look]>([
  ['library', 'index.html', desk],
  ['plan', 'cool/index.html', desk],
  ['goal', 'cool/1-people/index.html', desk],
  ['section', `cool/${section}`, desk],
  ['section-dark', `cool/${section}`, night],
  ['section-phone', `cool/${section}`, phone],
  ['section-arabic', `mirrored/${section}`, desk],
  ['section-bureau', `bureau/${section}`, desk],
  ['section-journal', `journal/${section}`, desk],
  ['recommendations', 'cool/recommendations.html', desk],
  ['stakeholders', 'cool/stakeholders.html', desk],
  ['indicators', 'cool/indicators.html', desk],
  ['indicators-phone', 'cool/indicators.html', phone],
  ['not-found', 'mirrored/404.html', desk],
])('%s', async ([name, page, look]) => {
  const shot = await site.open(page, look, (tab) => tab.screenshot());
  const file = path.join(folder, `${name}.png`);
  if (process.env['UPDATE_PICTURES']) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, shot);
  }
  expect(existsSync(file), `${file} is there`).toBe(true);
  const before = PNG.sync.read(await readFile(file));
  const now = PNG.sync.read(Buffer.from(shot));
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const { width, height } = now;
  const marked = new PNG({ width, height });
  const other = pixelmatch(before.data, now.data, marked.data, width, height, { threshold: 0.2 });
  const share = (100 * other) / (width * height);
  const where = path.join(os.tmpdir(), `briefwright-${name}.png`);
  if (share > tolerance) await writeFile(where, PNG.sync.write(marked));
  expect(share, `percent of ${file} that looks otherwise; ${where} marks it`).toBeLessThan(
    tolerance,
  );
});
