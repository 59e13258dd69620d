/** What reaches `dist/`, and what stays there. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedFiles, stampsNow } from '../../pipeline/build/cache/step.ts';
import { readManifest } from '../../pipeline/build/manifest.ts';
import { type FinishedEdition, publish } from '../../pipeline/build/publish.ts';
import { recover, replaceFolder } from '../../pipeline/build/staging.ts';
import { withdrawOthers } from '../../pipeline/build/withdraw.ts';
import type { Format } from '../../pipeline/model/edition.ts';
import { libraryEntry } from '../../pipeline/render/html/library.ts';
import { contentsOf } from '../support/command.ts';
import { smallPlan } from '../support/small-plan.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(path.join(os.tmpdir(), 'dist-'));
});
afterEach(() => rm(dist, { recursive: true }));

const plan = libraryEntry(smallPlan());

function edition(format: Format, files: Readonly<Record<string, string>>): FinishedEdition {
  const artifacts = Object.entries(files).map(([name, text]) => ({
    path: name,
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
  }));
  return { format, artifacts, sources: 'abc', draft: false, tools: { briefwright: '1' } };
}

/** No process has this number: Linux gives none above 2^22. */
const nobody = 99_999_999;

test('files and a manifest of them', async () => {
  await publish(dist, plan, [edition('html', { 'index.html': 'A', 'goal/a.html': 'B' })]);
  expect(await readdir(path.join(dist, 'cool'))).toEqual(['goal', 'index.html', 'manifest.json']);
  const manifest = await readManifest(path.join(dist, 'cool'));
  expect(manifest?.plan.title).toBe('Cool City 2035');
  expect(manifest?.files).toEqual([
    {
      path: 'goal/a.html',
      edition: 'html',
      mediaType: 'text/plain',
      size: 1,
      sha256: 'df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c',
    },
    {
      path: 'index.html',
      edition: 'html',
      mediaType: 'text/plain',
      size: 1,
      sha256: '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd',
    },
  ]);
});

test('an edition that is built anew leaves none of its old files', async () => {
  await publish(dist, plan, [edition('html', { 'index.html': 'A', 'old.html': 'B' })]);
  await publish(dist, plan, [edition('html', { 'index.html': 'A2' })]);
  expect(Object.keys(await contentsOf(path.join(dist, 'cool')))).toEqual([
    'index.html',
    'manifest.json',
  ]);
});

test('a file that stands there already is not written again', async () => {
  const old = edition('html', { 'index.html': 'A', 'goal/a.html': 'B', 'goal/b.html': 'C' });
  const { files = [], written } = (await publish(dist, plan, [old])) ?? {};
  expect(written).toBe(3);
  const folder = path.join(dist, 'cool');
  // What was written this moment is not yet known for sure.
  await setTimeout(60);
  const standing = stampsNow(
    folder,
    files.map((file) => file.path),
  );
  const before = await stat(path.join(folder, 'goal/a.html'));
  await writeFile(path.join(folder, 'goal/b.html'), 'X');
  const fresh = edition('html', { 'index.html': 'A2', 'goal/a.html': 'B', 'goal/b.html': 'C' });
  expect(await publish(dist, plan, [fresh], standing)).toMatchObject({ written: 2 });
  const after = await stat(path.join(folder, 'goal/a.html'));
  expect([after.ino, after.mtimeMs, after.nlink]).toEqual([before.ino, before.mtimeMs, 1]);
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe('A2');
  // Somebody wrote into it since it was looked at.
  expect(await readFile(path.join(folder, 'goal/b.html'), 'utf8')).toBe('C');
});

test('a file that stands there is known by its stamp at once, until somebody writes into it', async () => {
  const page = edition('html', { 'a.html': 'A' });
  await publish(dist, plan, [page]);
  await setTimeout(60);
  const folder = path.join(dist, 'cool');
  const standing = stampsNow(folder, ['a.html']);
  const { stamps = {}, written } = (await publish(dist, plan, [page], standing)) ?? {};
  expect(written).toBe(0);
  const { mtimeMs } = await stat(path.join(folder, 'a.html'));
  expect(stamps['a.html']?.[1]).toBe(mtimeMs);
  expect(changedFiles(stamps, stampsNow(folder, ['a.html'], stamps))).toEqual([]);
  await writeFile(path.join(folder, 'a.html'), 'B');
  expect(changedFiles(stamps, stampsNow(folder, ['a.html'], stamps))).toEqual(['a.html']);
});

test('the other editions stay, and the manifest still tells what they were made from', async () => {
  await publish(dist, plan, [
    { ...edition('pdf', { 'cool.pdf': 'print' }), sources: 'earlier' },
    edition('html', { 'index.html': 'A' }),
  ]);
  await publish(dist, plan, [edition('html', { 'index.html': 'A2' })]);
  expect(await readFile(path.join(dist, 'cool/cool.pdf'), 'utf8')).toBe('print');
  const manifest = await readManifest(path.join(dist, 'cool'));
  expect(manifest?.editions.pdf?.sources).toBe('earlier');
  expect(manifest?.editions.html?.sources).toBe('abc');
  expect(manifest?.files.map((file) => file.path)).toEqual(['cool.pdf', 'index.html']);
});

test.for([
  ['no JSON', '{'],
  ['of another kind', '{"name": "cool"}'],
  [
    'that names files outside',
    JSON.stringify({
      manifest: 1,
      plan,
      editions: { pdf: { sources: 'x', draft: false, tools: {} } },
      files: [
        { path: '../../evil', edition: 'pdf', mediaType: 'text/plain', size: 1, sha256: 'x' },
      ],
    }),
  ],
])('a manifest %s is not believed', async ([, text = '']) => {
  await mkdir(path.join(dist, 'cool'));
  await writeFile(path.join(dist, 'cool/manifest.json'), text);
  await publish(dist, plan, [edition('html', { 'index.html': 'A' })]);
  expect(Object.keys(await contentsOf(path.join(dist, 'cool')))).toEqual([
    'index.html',
    'manifest.json',
  ]);
});

test('where writing fails, what was there stays, and nothing lies beside it', async () => {
  await publish(dist, plan, [edition('html', { 'index.html': 'A' })]);
  const before = await contentsOf(dist);
  const failing = replaceFolder(dist, 'cool', async (folder) => {
    await writeFile(path.join(folder, 'index.html'), 'half');
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  await expect(failing).rejects.toThrow('could not be written: the disk is full.');
  expect(await contentsOf(dist)).toEqual(before);
  expect(await readdir(dist)).toEqual(['cool']);
});

test('a folder that a killed build had moved away comes back', async () => {
  const old = path.join(dist, `.briefwright-old-${nobody}-cool`);
  await mkdir(old);
  await writeFile(path.join(old, 'index.html'), 'A');
  await mkdir(path.join(dist, `.briefwright-new-${nobody}-cool`));
  await recover(dist, 'cool');
  expect(await readdir(dist)).toEqual(['cool']);
  expect(await readFile(path.join(dist, 'cool/index.html'), 'utf8')).toBe('A');
});

test('a folder that a running build is writing is left alone', async () => {
  const other = `.briefwright-new-${process.ppid}-cool`;
  await mkdir(path.join(dist, other));
  await recover(dist, 'cool');
  expect(await readdir(dist)).toEqual([other]);
});

test('what stands for a plan that is gone goes too, and nothing else', async () => {
  const files = [edition('html', { 'index.html': 'A' })];
  await publish(dist, plan, files);
  await publish(dist, { ...plan, slug: 'gone' }, files);
  await mkdir(path.join(dist, 'own'));
  await writeFile(path.join(dist, 'own/manifest.json'), '{"name": "mine"}');
  expect(await withdrawOthers(dist, ['cool'])).toEqual(['gone']);
  expect(await readdir(dist)).toEqual(['cool', 'own']);
});

test('plans that are published at the same time', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `plan-${index}`);
  await Promise.all(
    names.map((name) => publish(dist, { ...plan, slug: name }, [edition('html', { a: name })])),
  );
  expect(await readdir(dist)).toEqual(names);
});

test('where a file that was to stay has changed, nothing is published', async () => {
  await publish(dist, plan, [edition('html', { 'index.html': 'A', 'a.html': 'B' })]);
  const before = await contentsOf(dist);
  const standing = [{ path: 'a.html', mediaType: 'text/html', size: 1, sha256: 'other' }];
  const fresh = { ...edition('html', { 'index.html': 'A2' }), standing };
  expect(await publish(dist, plan, [fresh], { 'a.html': [1, 2, 3, 4, 'other'] })).toBeUndefined();
  expect(await contentsOf(dist)).toEqual(before);
  expect(await readdir(dist)).toEqual(['cool']);
});

test('what was published is known by its content where another build has replaced it since', async () => {
  const later = (await publish(dist, plan, [edition('html', { 'index.html': 'A' })]))?.stamps ?? {};
  await publish(dist, plan, [edition('html', { 'index.html': 'Z' })]);
  const now = stampsNow(path.join(dist, 'cool'), ['index.html'], later);
  expect(changedFiles(later, now)).toEqual(['index.html']);
});
