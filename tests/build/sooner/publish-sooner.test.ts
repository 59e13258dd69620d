/** The page of a section that was saved: published before the rest, and as the whole build makes it. */
import { mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from '../../../pipeline/build/cache/cache.ts';
import { type HeldCache, heldCache } from '../../../pipeline/build/cache/held-cache.ts';
import { type HeldPlan, heldPlans } from '../../../pipeline/build/sooner/held-plan.ts';
import { publishSooner } from '../../../pipeline/build/sooner/publish-sooner.ts';
import { buildHere, dice, wishHere, writeProject } from '../../support/edits.ts';

const formats = ['html', 'json'] as const;
let root = '';
let cache: HeldCache;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'briefwright sooner '));
  cache = heldCache(openCache(root, () => {}));
  await writeProject(root);
  await writeFile(file('1-one/map.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterEach(() => rm(root, { recursive: true }));

/** The plans as a build leaves them, drafts or not. */
async function built(draft: boolean): Promise<readonly HeldPlan[]> {
  await buildHere(root, cache, formats);
  const { wish, ...rest } = await wishHere(root, cache, formats);
  const plans = await heldPlans({ ...rest, wish });
  if (draft) return plans;
  return plans.map((one) => ({ ...one, site: { ...one.site, plan: { ...one.site.plan, draft } } }));
}

const file = (name: string) => path.join(root, 'sources/plan', name);
const page = () => readFile(path.join(root, 'dist/plan/1-1-one/1-2-section-2.html'), 'utf8');
const edit = async (change: (text: string) => string) => {
  const place = file('1-one/1.2-s.md');
  await writeFile(place, change(await readFile(place, 'utf8')));
  return place;
};

const alone: readonly (readonly [string, string])[] = [
  ['Some words.', 'Some *other* words, and [the web](https://example.org).'],
  ['Some words.', 'See [the third](1.3-s.md), [its background](1.3-s.md#background), [goal](#2).'],
  ['Some words.', 'A table:\n\nTable: Days\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nSome words.'],
  ['[^1]: A note.', '[^1]: Another note, with [a link](../2-two/2.4-s.md).'],
  ['baseline 12 %', 'baseline 13 %'],
  ['- Office 2', '- Office 2: what they do'],
];

test.for(alone)('%s becomes %s', async ([from, to]) => {
  const held = await built(true);
  const place = await edit((text) => text.replace(from, to));
  const before = await page();
  const sooner = publishSooner(held, [place, `${place}.tmp-of-an-editor`]);
  const now = await page();
  expect(now).not.toBe(before);
  expect(sooner?.plans).toHaveLength(held.length);
  await buildHere(root, cache, formats);
  expect(await page()).toBe(now);
});

const ofAll: readonly (readonly [string, (text: string) => string])[] = [
  ['a title', (text) => text.replace('# Section 2', '# Another')],
  ['a number', (text) => text.replace('"1.2"', '"1.7"')],
  ['a heading', (text) => text.replace('Some words.', '### More\n\nSome words.')],
  ['a part that is gone', (text) => text.replace('## Recommendation', '## Background')],
  ['who is named', (text) => text.replace('Office 2', 'Office 9')],
  ['a picture', (text) => `${text}\n![picture](map.svg)\n`],
  ['a comment for rules', (text) => `${text}\n<!-- briefwright-ignore duplicate-id: so -->\n`],
  ['what is no text', () => '\0\ufffd'],
];

test.for(ofAll)('%s waits for the whole build', async ([, change]) => {
  const held = await built(true);
  const before = await page();
  expect(publishSooner(held, [await edit(change)])).toBeUndefined();
  expect(await page()).toBe(before);
});

test('an error is not published', async () => {
  await edit((text) => text.replace('#section-1', '1.1-s.md'));
  const held = await built(false);
  const before = await page();
  const broken = await edit((text) => text.replace('Some words.', 'See [this](nowhere.md).'));
  expect(publishSooner(held, [broken])).toBeUndefined();
  expect(await page()).toBe(before);
  expect(
    publishSooner(held, [await edit((text) => text.replace('nowhere', '1.3-s'))]),
  ).toBeDefined();
});

test('several files, links and files that are gone wait for the whole build', async () => {
  const held = await built(true);
  const [one, other] = [file('1-one/1.2-s.md'), file('1-one/1.3-s.md')];
  expect(publishSooner(held, [one, other])).toBeUndefined();
  expect(publishSooner(held, [file('plan.md')])).toBeUndefined();
  expect(publishSooner(held, [path.join(root, 'sources/short.md')])).toBeUndefined();
  await rename(one, `${one}.away`);
  expect(publishSooner(held, [one])).toBeUndefined();
  await symlink(`${one}.away`, one);
  expect(publishSooner(held, [one])).toBeUndefined();
});

test('a page is taken back where the build does not come to publish', async () => {
  const held = await built(true);
  const before = await page();
  const sooner = publishSooner(held, [await edit((text) => text.replace('Some', 'No'))]);
  expect(await page()).not.toBe(before);
  sooner?.takeBack();
  expect(await page()).toBe(before);
});

test('saves one after another are as whole builds make them', { timeout: 120_000 }, async () => {
  const roll = dice(5);
  let held = await built(true);
  let alonePages = 0;
  for (let count = 0; count < 25; count++) {
    const words = ['water', '**bold**', '[gone](nowhere.md)', '`x`', 'See [it](1.3-s.md).', '[^1]'];
    const place = await edit((text) => {
      const at = text.indexOf(' ', text.indexOf('# Section') + roll(300));
      return `${text.slice(0, at)} ${words[roll(words.length)]}${text.slice(at)}`;
    });
    const sooner = publishSooner(held, [place]);
    const now = await page().catch(() => '');
    if (sooner) {
      alonePages += 1;
      await buildHere(root, cache, formats);
      expect(await page()).toBe(now);
      held = sooner.plans;
    } else {
      await writeProject(root);
      held = await built(true);
    }
  }
  expect(alonePages).toBeGreaterThan(8);
});
