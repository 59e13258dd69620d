/** Builds that are killed at any moment, and two at once: what stands is whole, and the next build is right. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../pipeline/build/manifest.ts';
import { briefwright, contentsOf, ended, project, start } from '../support/command.ts';
import { dice } from '../support/edits.ts';

const build = ['build', '--to', 'html,epub,json'];
/** Another one each time; `SEED=7` goes through the same moments again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 100_000);
const roll = dice(seed);

let root: string;
let usual: number;
beforeAll(async () => {
  root = await project('nato2020');
  const began = performance.now();
  expect(await briefwright(root, build)).toMatchObject({ code: 0 });
  usual = performance.now() - began;
});
afterAll(() => rm(root, { recursive: true }));

async function edit(word: string): Promise<void> {
  const folder = path.join(root, 'sources/nato2020/3-partnerships');
  const names = (await readdir(folder)).filter((name) => /^3\.\d/u.test(name));
  const file = path.join(folder, names[roll(names.length)] ?? '');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/(## Background\n\n)/u, `$1${word} `));
}

/** What is published is one build's: every file is what the manifest beside it says. */
async function expectWhole(): Promise<void> {
  const dist = path.join(root, 'dist');
  const names = await readdir(dist);
  // Killed between its two last steps, a build leaves the old folder beside its place.
  const at = names.includes('nato2020')
    ? 'nato2020'
    : (names.find((name) => name.startsWith('.briefwright-old-')) ?? '');
  const folder = path.join(dist, at);
  const manifest = await readManifest(folder);
  const stand = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(stand.filter((one) => one.isFile()).length).toBe((manifest?.files.length ?? 0) + 1);
  for (const { path: name, sha256 } of manifest?.files ?? []) {
    const bytes = await readFile(path.join(folder, name));
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
  }
}

/** As a build of a copy, from nothing. */
async function expectClean(): Promise<void> {
  const clean = await mkdtemp(path.join(os.tmpdir(), 'briefwright clean '));
  await mkdir(path.join(clean, 'sources'));
  await cp(path.join(root, 'sources'), path.join(clean, 'sources'), { recursive: true });
  expect(await briefwright(clean, [...build, '--no-cache'])).toMatchObject({ code: 0 });
  expect(await contentsOf(path.join(root, 'dist'))).toEqual(
    await contentsOf(path.join(clean, 'dist')),
  );
  await rm(clean, { recursive: true });
}

test(`builds that are killed at random, seed ${seed}`, { timeout: 300_000 }, async () => {
  for (let round = 0; round < 12; round++) {
    await edit(`Round${round}`);
    const child = start(root, build);
    const end = ended(child);
    await wait(roll(Math.ceil(usual * 1.1)));
    child.kill('SIGKILL');
    await end;
    await expectWhole();
  }
  const { code, stderr } = await briefwright(root, build);
  expect(code, stderr).toBe(0);
  expect(stderr).not.toContain('damaged');
  expect(await readdir(path.join(root, 'dist'))).toEqual(['nato2020']);
  await expectClean();
});

test(`two builds at once, seed ${seed}`, { timeout: 300_000 }, async () => {
  for (let round = 0; round < 4; round++) {
    await edit(`Twice${round}`);
    const first = briefwright(root, build);
    await wait(roll(Math.ceil(usual / 2)));
    // Half of the time the second one finds other sources than the first.
    if (roll(2) === 0) await edit(`Between${round}`);
    for (const { code, stderr } of await Promise.all([first, briefwright(root, build)])) {
      expect(code, stderr).toBe(0);
      expect(stderr).not.toContain('damaged');
    }
    await expectWhole();
  }
  expect(await briefwright(root, build)).toMatchObject({ code: 0 });
  expect(await readdir(path.join(root, 'dist'))).toEqual(['nato2020']);
  await expectClean();
});
