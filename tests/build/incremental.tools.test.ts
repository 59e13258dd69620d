/** Builds that make only what changed leave in `dist/` what a build of everything leaves. */
import { appendFile, cp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { briefwright, contentsOf, project } from '../support/command.ts';

let root: string;
let clean: string;
beforeAll(async () => {
  root = await project('nato2020');
  clean = await project();
  expect(await briefwright(root, ['build'])).toMatchObject({ code: 0 });
});
afterAll(() => Promise.all([root, clean].map((one) => rm(one, { recursive: true }))));

const section = 'sources/nato2020/3-partnerships/3.13-russia.md';
const at = (name: string) => path.join(root, name);

async function edit(name: string, change: (text: string) => string): Promise<void> {
  await writeFile(at(name), change(await readFile(at(name), 'utf8')));
}

/** Builds on, and from nothing elsewhere; the names of the steps that ran, pages left out, when both left the same. */
async function stepsOf(...args: readonly string[]): Promise<readonly string[]> {
  const { code, stderr } = await briefwright(root, ['build', '--explain', ...args]);
  expect(code, stderr).toBe(0);
  await rm(clean, { recursive: true, force: true });
  await cp(root, clean, {
    recursive: true,
    filter: (name) => !/[/\\](?:dist|\.briefwright)(?:[/\\]|$)/u.test(name.slice(root.length)),
  });
  expect(await briefwright(clean, ['build', '--no-cache', ...args])).toMatchObject({ code: 0 });
  expect(await contentsOf(at('dist'))).toEqual(await contentsOf(path.join(clean, 'dist')));
  return [...stderr.matchAll(/^(?!(?:[\w-]+: )?pages? )(?:[\w-]+: )?(.+?), since/gmu)].map(
    ([, step = '']) => step,
  );
}

const everything = ['check', 'pdf', 'html', 'epub', 'stratml', 'json'];

test('nothing', async () => {
  expect(await stepsOf()).toEqual([]);
});

test('a word', async () => {
  await edit(section, (text) => text.replace('NATO', 'Nato'));
  expect(await stepsOf()).toEqual(everything);
  expect(await stepsOf()).toEqual([]);
});

test('a time, and no word', async () => {
  await utimes(at(section), new Date(0), new Date(0));
  expect(await stepsOf()).toEqual([]);
});

test('a section more, and one less', async () => {
  const text = await readFile(at(section), 'utf8');
  const added = at('sources/nato2020/3-partnerships/3.14-georgia.md');
  await writeFile(
    added,
    text
      .replace(/^id: .*\n/mu, 'id: _00000000-8b91-11e2-af17-a93768e382cb\n')
      .replace('3.13', '3.14')
      .replaceAll('Russia', 'Georgia'),
  );
  expect(await stepsOf()).toEqual(everything);
  await rm(added);
  expect(await stepsOf()).toEqual(everything);
});

/** The editions that need no browser. */
const quick = ['--to', 'html,epub,json'];
const all = ['html', 'epub', 'json'];

test('other editions, from none on', async () => {
  await rm(at('dist'), { recursive: true });
  expect(await stepsOf(...quick)).toEqual(all);
});

test('a style and a template of the project', async () => {
  await mkdir(at('styles/html'), { recursive: true });
  await writeFile(at('styles/html/zz.css'), 'p { color: red; }');
  expect(await stepsOf(...quick)).toEqual(all);
  await mkdir(at('templates/html'), { recursive: true });
  await cp('templates/html/layout.liquid', at('templates/html/layout.liquid'));
  await appendFile(at('templates/html/layout.liquid'), '<!-- ours -->');
  expect(await stepsOf(...quick)).toEqual(all);
  await rm(at('templates'), { recursive: true });
  await rm(at('styles'), { recursive: true });
  expect(await stepsOf(...quick)).toEqual(all);
});

test('the config and the date', async () => {
  await writeFile(at('briefwright.config.yaml'), 'rules: { waived-part: off }\n');
  expect(await stepsOf(...quick)).toEqual(['check', ...all]);
  process.env['SOURCE_DATE_EPOCH'] = '1700000000';
  expect(await stepsOf(...quick)).toEqual(all);
  delete process.env['SOURCE_DATE_EPOCH'];
  expect(await stepsOf(...quick)).toEqual(all);
});

test('a file of an edition that somebody changed or deleted', async () => {
  await appendFile(at('dist/nato2020/index.html'), 'x');
  expect(await stepsOf(...quick)).toEqual(['html']);
  await rm(at('dist/nato2020/nato2020.json'));
  expect(await stepsOf(...quick)).toEqual(['json']);
  await rm(at('dist/nato2020/manifest.json'));
  expect(await stepsOf(...quick)).toEqual(all);
});

test('a damaged cache is told, and does no harm', async () => {
  const folder = at('.briefwright/cache');
  for (const name of await readdir(folder)) {
    if (name.endsWith('.json')) {
      await edit(path.join('.briefwright/cache', name), (text) =>
        text.replace(/\d(?=\D*$)/u, '7x'),
      );
    }
  }
  const { stderr } = await briefwright(root, ['build', ...quick]);
  expect(stderr).toMatch(/The cache entry nato2020-\w+ was damaged, and is made anew\./u);
  expect(await stepsOf(...quick)).toEqual([]);
});

test('a cache that is cleaned, and one that cannot be written', async () => {
  expect(await briefwright(root, ['cache', 'clean'])).toMatchObject({ code: 0 });
  await rm(at('.briefwright'), { recursive: true });
  await writeFile(at('.briefwright'), 'mine');
  const steps = ['check', ...all];
  expect(await stepsOf(...quick)).toEqual(steps);
  expect(await stepsOf(...quick)).toEqual(steps);
});
