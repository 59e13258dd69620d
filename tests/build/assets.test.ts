/** The pictures that a plan shows, and no others. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAssets } from '../../pipeline/build/assets.ts';
import { loadPlans } from '../../pipeline/build/load.ts';
import { admit } from '../../pipeline/check/admit.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import { UsageError } from '../../pipeline/model/errors.ts';
import { read } from '../../pipeline/read/read.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'briefwright assets '));
  await mkdir(path.join(root, 'sources/a'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>';

/** A draft build's plan, from these files on disk. */
async function planOf(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(root, 'sources/a', name), text);
  }
  const [sources] = await loadPlans(root, 'sources');
  const draft = sources && read(sources, model);
  const plan = draft && admit(draft, { model, findings: [], draftBuild: true });
  if (plan === undefined) throw new Error('A draft build admits every plan.');
  return plan;
}

test('pictures of the text, of notes and of definitions come along, once each', async () => {
  const plan = await planOf({
    'plan.md':
      '# P\n\n![a](a.svg) ![again](a.svg) ![b][b] [^n]\n\n[b]: b.svg\n\n[^n]: ![c](c.svg)\n',
    'a.svg': svg,
    'b.svg': svg,
    'c.svg': svg,
    'unused.svg': svg,
  });
  const assets = await loadAssets(plan, root);
  expect([...assets.keys()]).toEqual(['sources/a/a.svg', 'sources/a/b.svg', 'sources/a/c.svg']);
  expect(assets.get('sources/a/a.svg')).toMatchObject({
    mediaType: 'image/svg+xml',
    width: 4,
    height: 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
  });
});

test('a picture that is not safe stays out, even of a draft build', async () => {
  const plan = await planOf({
    'plan.md': '# P\n\n![a](a.svg)\n',
    'a.svg': svg.replace('/>', '><script>alert(1)</script></svg>'),
  });
  expect(await loadAssets(plan, root)).toEqual(new Map());
});

test('a picture that vanished since the check is a usage error', async () => {
  const plan = await planOf({ 'plan.md': '# P\n\n![a](a.svg)\n', 'a.svg': svg });
  await rm(path.join(root, 'sources/a/a.svg'));
  await expect(loadAssets(plan, root)).rejects.toThrow(UsageError);
});
