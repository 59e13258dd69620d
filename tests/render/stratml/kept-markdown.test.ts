/** Markdown to StratML to Markdown: the same model, with the Markdown kept beside. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../../../pipeline/build/import.ts';
import { loadPlans } from '../../../pipeline/build/load.ts';
import { check } from '../../../pipeline/check/check.ts';
import { defaultContentModel } from '../../../pipeline/model/content-model.ts';
import type { Artifact } from '../../../pipeline/model/edition.ts';
import { readKept } from '../../../pipeline/model/kept-markdown.ts';
import { importStratml } from '../../../pipeline/read/import/stratml/stratml.ts';
import { readPlan } from '../../support/read.ts';
import { exportStratml, filesOf, resolvePlan } from '../../support/stratml.ts';

const text = (artifact: Artifact | undefined) => new TextDecoder().decode(artifact?.bytes);

/** The files that come back, with what is kept beside the StratML. */
async function comeBack(files: Readonly<Record<string, string>>, change = (xml: string) => xml) {
  const { artifacts } = await exportStratml(resolvePlan(files));
  const xml = change(text(artifacts[0]));
  const imported = importStratml({ path: 'plan.xml', text: xml }, readKept(text(artifacts[1])));
  return { imported, files: filesOf(imported) };
}

const files = {
  'plan.md':
    '---\ntitle: Cool City\nid: _cool\nauthors: [Ada Quay]\nlang: en\n---\n\n# Cool *City*\n\nSee [heat](#1.1).[^1]\n\n[^1]: A note.\n',
  '1-people/goal.md': '---\nsequence: "1"\n---\n\n# People\n\n> Keep cool.\n',
  '1-people/1.1-heat.md':
    '---\nsequence: "1.1"\n---\n\n# Heat\n\n## Recommendation\n\n**Warn** all.\n\n## Background\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Stakeholders\n\nnone: Nobody.\n\n## Indicators\n\n- Alarms: target 40 % by 2030, baseline 12 % in 2024 {unit: %}\n',
  '1-people/1.2-rooms.md':
    '---\nsequence: "1.2"\n---\n\n# Rooms\n\n## Recommendation\n\nOpen them.\n',
};

test('a plan in folders comes back as the same bytes', async () => {
  const { files: back, imported } = await comeBack(files);
  expect(back).toEqual(files);
  expect(imported.notes.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    'hint: The Markdown beside this file is used for 4 of 4 files; nothing has changed since. Pictures are not among it.',
  ]);
});

test('a plan in one file comes back as that file', async () => {
  const one = {
    'plan.md': '# P\n\n## 1: G\n\n### 1.1: S {#s}\n\n#### Recommendation\n\n*Do* it.\n',
  };
  expect((await comeBack(one)).files).toEqual(one);
});

test('what was changed in the StratML is read anew, the rest is not', async () => {
  const { files: back } = await comeBack(files, (xml) => xml.replace('Open them.', 'Close them.'));
  const changed = back['1-people/1.2-rooms.md'];
  expect(changed).toMatch(/## Recommendation\n\nClose them\.\n$/u);
  expect({ ...back, '1-people/1.2-rooms.md': '' }).toEqual({
    ...files,
    '1-people/1.2-rooms.md': '',
  });
});

test('so does every plan of this repository', async () => {
  for (const sources of await loadPlans(process.cwd(), 'sources')) {
    const written = sources.texts.map(({ path: name, bytes }) => [
      name.slice(sources.folder.length + 1),
      new TextDecoder().decode(bytes),
    ]);
    const all = Object.fromEntries(written);
    expect((await comeBack(all)).files, sources.slug).toEqual(all);
  }
});

test('so does any text', async () => {
  const sign = fc.constantFrom(
    '*',
    '_',
    '`',
    '[x](#y)',
    '\n\n',
    '- ',
    '> ',
    '| a |',
    '<b>',
    'word',
    ' ',
    '#',
    '&',
  );
  const body = fc.array(sign, { maxLength: 20 }).map((signs) => signs.join(''));
  await fc.assert(
    fc.asyncProperty(body, body, async (first, second) => {
      const some = {
        'plan.md': `# P\n\n${first}`,
        'g/goal.md': `# G\n\n${second}`,
        'g/s.md': `# S\n\n## Background\n\n${first}`,
      };
      expect((await comeBack(some)).files).toEqual(some);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['a way out', '{"markdown":1,"texts":{"plan":{"path":"../x.md","sha256":"","text":""}}}'],
  ['an absolute path', '{"markdown":1,"texts":{"plan":{"path":"/x.md","sha256":"","text":""}}}'],
  ['a hidden file', '{"markdown":1,"texts":{"plan":{"path":"a/.x.md","sha256":"","text":""}}}'],
  ['a backslash', '{"markdown":1,"texts":{"plan":{"path":"..\\\\x.md","sha256":"","text":""}}}'],
  ['other JSON', '[]'],
  ['no JSON', '{'],
])('%s is not read', (_, kept) => {
  expect(readKept(kept)).toBeUndefined();
});

test('the import finds the file by its name', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright kept '));
  try {
    const { artifacts } = await exportStratml(resolvePlan(files));
    for (const { path: name, bytes } of artifacts) await writeFile(path.join(root, name), bytes);
    const file = path.join(root, 'plan.stratml.xml');
    await importFiles({ root, files: [file], slug: 'cool', force: false, url: undefined });
    const heat = path.join(root, 'sources/cool/1-people/1.1-heat.md');
    expect(await readFile(heat, 'utf8')).toBe(files['1-people/1.1-heat.md']);
    expect(await readdir(path.join(root, 'sources/cool'))).toEqual(['1-people', 'plan.md']);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('ids that the rule writes are those that StratML had before, and stay when a file is renamed', async () => {
  const before = (await exportStratml(resolvePlan(files))).xml;
  const draft = readPlan(files);
  const { findings } = check(draft, {
    model: defaultContentModel,
    levels: { 'id-unset': 'warning' },
  });
  const fixed = Object.entries(files).map(([name, source]): [string, string] => {
    const edits = findings
      .filter(({ rule }) => rule === 'id-unset')
      .flatMap(({ fix }) => fix?.edits ?? [])
      .filter(({ place }) => place.path === `plan/${name}`);
    const written = edits.reduce(
      (one, { place, text: added }) =>
        one.slice(0, place.start.offset) + added + one.slice(place.end.offset),
      source,
    );
    return [name.replace('rooms', 'cool-rooms'), written];
  });
  expect((await exportStratml(resolvePlan(Object.fromEntries(fixed)))).xml).toBe(before);
});
