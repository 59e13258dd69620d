/** Word documents, as they are and as an enemy would send them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../../pipeline/build/import.ts';
import { importAny } from '../../../pipeline/read/import/any.ts';
import type { Imported } from '../../../pipeline/read/import/imported.ts';
import { nodeMarkdown, planMarkdown } from '../../../pipeline/read/import/markdown.ts';
import { called, docx, p, picture, row } from '../../support/docx.ts';

const read = (bytes: Uint8Array) => importAny({ path: 'report.docx', bytes });

function written({ plan }: Imported): string {
  if (plan === undefined) return '';
  const nodes = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  return [planMarkdown(plan), ...nodes.map((node) => nodeMarkdown(node))].join('\n=====\n\n');
}

const told = ({ notes }: Imported) => notes.map(({ kind, message }) => `${kind}: ${message}`);

const png = await readFile('tests/check/rules/missing-image/Heat.png');

const report = docx({
  picture: png,
  footnotes: { 2: 'Counted in 2024.' },
  body: [
    p('Cool City', 'Title'),
    p('A plan for heat', 'Subtitle'),
    p('What the plan is about.'),
    p('1 People', 'Heading1'),
    called('People matter.', 2),
    p('1.1: Heat alarm', 'Heading2'),
    p('Text before the parts &amp; more.'),
    p('Recommendation', 'Heading3'),
    p('Warn everyone.'),
    picture('A thermometer'),
    p('Indicators', 'Heading3'),
    `<w:tbl>${row('Indicator', 'Target')}${row('People reached', '90 %')}</w:tbl>`,
    p('1.2 Cool rooms', 'Heading2'),
    called('Open them.', 2),
  ].join(''),
});

test('headings become goals, sections and parts; tables, pictures and footnotes come along', async () => {
  const imported = await read(report);
  await expect(written(imported)).toMatchFileSnapshot('golden/word.md');
  expect(told(imported)).toEqual([
    'guessed: The first row of a table is read as the head.',
    'guessed: Text that stands under no part is written as the background. Move what is a recommendation into a part of that name.',
    'guessed: Text that stands under no part is written as the background. Move what is a recommendation into a part of that name.',
  ]);
  expect(imported.plan?.assets?.map(({ bytes }) => Buffer.from(bytes).equals(png))).toEqual([true]);
});

test('pictures are written beside the plan, where the text shows them', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright word '));
  try {
    const file = path.join(root, 'report.docx');
    await writeFile(file, report);
    const outcome = await importFiles({
      root,
      files: [file],
      slug: 'cool',
      force: false,
      url: undefined,
    });
    const [name = ''] = await readdir(path.join(root, 'sources/cool/images'));
    expect(outcome.written).toContain(`sources/cool/images/${name}`);
    const section = await readFile(
      path.join(root, 'sources/cool/1-people/1.1-heat-alarm.md'),
      'utf8',
    );
    expect(section).toContain(`![A thermometer](../images/${name})`);
  } finally {
    await rm(root, { recursive: true });
  }
});

test('headings of one level are sections of one goal', async () => {
  const imported = await read(docx({ body: p('One', 'Heading1') + p('Two', 'Heading1') }));
  expect(imported.plan?.goals.map(({ sections }) => sections.map(({ title }) => title))).toEqual([
    ['One', 'Two'],
  ]);
});

test('what does not come along is told', async () => {
  const imported = await read(
    docx({
      body:
        p('T', 'Title') +
        '<w:p><w:r><w:t>Text</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:commentReference w:id="1"/></w:p>' +
        picture(''),
      picture: png,
      more: { 'word/header1.xml': '<w:hdr xmlns:w="x"/>' },
    }),
  );
  expect(told(imported)).toEqual([
    'lost: One comment is left out.',
    'lost: One deletion that was tracked is left out.',
    'lost: Headers and footers are left out; the editions make their own.',
    'missing: One picture has no description. Write one into the square brackets of each.',
    'guessed: The document has no headings; its text is written into plan.md. Give headings the styles Heading 1 and Heading 2 in Word.',
  ]);
});

describe('files of an enemy', () => {
  test.each([
    [
      'a broken archive',
      Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]),
      'lost: The file is an archive that cannot be opened',
    ],
    [
      'another archive',
      zipSync({ 'a.txt': strToU8('a') }),
      'lost: The file is an archive, but no Word document',
    ],
    [
      'an archive of a gigabyte of nothing',
      zipSync({ 'word/document.xml': new Uint8Array(70_000_000) }, { level: 1 }),
      'lost: Unpacked the file has 70 MB',
    ],
    [
      'a billion laughs',
      docx({
        body: '',
        more: { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="x"/>' },
      }),
      'lost: The document declares a document type',
    ],
    [
      'no XML inside',
      docx({ body: '', more: { 'word/document.xml': 'Hello' } }),
      'lost: The Word document cannot be read',
    ],
  ])('%s is refused', { timeout: 20_000 }, async (_, bytes, note) => {
    const imported = await read(bytes);
    expect(imported.plan).toBeUndefined();
    expect(told(imported)[0]).toContain(note);
  });
});
