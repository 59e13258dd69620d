/** The plans in `sources/`, built by the command as a user builds them, and read by programs that are not ours. */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifest } from '../../pipeline/build/manifest.ts';
import { run } from '../../pipeline/build/run.ts';
import { verifyEpub } from '../../pipeline/verify/epub/verify-epub.ts';
import { lookAnew } from '../../pipeline/verify/verdict.ts';
import { briefwright, contentsOf, project } from '../support/command.ts';
import { poppler } from '../support/poppler.ts';

let root: string;
let dist: string;
beforeAll(async () => {
  root = await project('cool-city', 'nato2020');
  dist = path.join(root, 'dist');
  expect(await briefwright(root, ['build'])).toMatchObject({ code: 0 });
});
afterAll(() => rm(root, { recursive: true }));

const file = (name: string) => readFile(path.join(dist, name));

/** Words with one space between, whatever broke lines, and without what only helps to break them. */
function plain(text: string): string {
  return text.replaceAll('\u00AD', '').replace(/\s+/gu, ' ');
}

function markupText(markup: string): string {
  return plain(textOf(unified().use(rehypeParse).parse(markup)));
}

async function pagesBelow(folder: string): Promise<string[]> {
  const names = await readdir(path.join(dist, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.html')).sort();
}

async function book(name: string): Promise<Map<string, string>> {
  const files = Object.entries(unzipSync(await file(name)));
  const texts = files.filter(([one]) => /\.(?:xhtml|opf|ncx|css)$/u.test(one));
  return new Map(texts.map(([one, bytes]) => [one, strFromU8(bytes)]));
}

test('what a build leaves', async () => {
  expect(await readdir(dist)).toEqual(['assets', 'cool-city', 'index.html', 'nato2020']);
  for (const slug of ['cool-city', 'nato2020']) {
    const { 'manifest.json': _, ...files } = await contentsOf(path.join(dist, slug));
    const manifest = await readManifest(path.join(dist, slug));
    const listed = (manifest?.files ?? []).map(({ path: name, sha256 }) => [name, sha256]);
    expect(Object.fromEntries(listed)).toEqual(files);
    expect(Object.keys(manifest?.editions ?? {}).sort()).toEqual([
      'epub',
      'html',
      'json',
      'pdf',
      'stratml',
    ]);
  }
});

test('the same sources give the same bytes in all editions', async () => {
  await cp(dist, path.join(root, 'first'), { recursive: true });
  const elsewhere = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '' };
  expect(await briefwright(root, ['build'], { env: elsewhere })).toMatchObject({ code: 0 });
  expect(await contentsOf(dist)).toEqual(await contentsOf(path.join(root, 'first')));
});

test('every sentence of the seed arrives in all three editions, unchanged', async () => {
  const outline = await readFile('tests/fixtures/outline/NATO2020-3.13.txt', 'utf8');
  const [, , ...lines] = outline.split('\n').map((line) => line.trim());
  const sentences = lines
    .filter((line) => line !== '' && !/^(?:3\.13: |•|.*:$)/u.test(line))
    .flatMap((line) => line.match(/[^.]+\.(?:"|(?=\s|$))?/gu) ?? []);
  expect(sentences).toHaveLength(16);
  const site = await file('nato2020/3-partnerships/3-13-russia.html');
  const chapters = [...(await book('nato2020/nato2020.epub')).values()].join('\n');
  const texts = {
    html: markupText(String(site)),
    epub: markupText(chapters),
    pdf: plain(await poppler('pdftotext', await file('nato2020/nato2020.pdf'))),
  };
  for (const sentence of sentences) {
    for (const [edition, text] of Object.entries(texts)) {
      expect.soft(text, edition).toContain(plain(sentence).trim());
    }
  }
});

test('the tags of a print', async () => {
  const tags = await poppler('pdfinfo', await file('nato2020/nato2020.pdf'), ['-struct']);
  await expect(tags).toMatchFileSnapshot('golden/nato2020/tags.txt');
});

describe.for(['cool-city', 'nato2020'])('%s', (slug) => {
  test('EPUBCheck finds nothing in the book', async () => {
    const name = `${slug}/${slug}.epub`;
    const tools = {
      run,
      epubcheck: { java: 'java', jar: '/usr/bin/epubcheck' },
      ace: undefined,
      remember: lookAnew,
    };
    const verdict = await verifyEpub({ path: name, bytes: await file(name) }, tools);
    expect(verdict.findings).toEqual([]);
    expect(verdict.checked.map((one) => one.name)).toContain('EPUBCheck');
  });

  test('the print: title, language, size, tags, fonts', async () => {
    const pdf = await file(`${slug}/${slug}.pdf`);
    const info = await poppler('pdfinfo', pdf);
    expect(info).toMatch(/^Title: +(?:Cool City 2035|NATO 2020)/mu);
    expect(info).toMatch(/^Tagged: +yes/mu);
    expect(info).toMatch(/^Page size: .*\(A4\)/mu);
    const [, , ...fonts] = (await poppler('pdffonts', pdf)).trimEnd().split('\n');
    expect(fonts.filter((font) => !/(?:Source|Noto).* yes yes yes/u.test(font))).toEqual([]);
  });

  test('the text of the print', async () => {
    const text = await poppler('pdftotext', await file(`${slug}/${slug}.pdf`));
    await expect(text).toMatchFileSnapshot(`golden/${slug}/print.txt`);
  });

  test('the pages of the site', async () => {
    for (const page of await pagesBelow(slug)) {
      const text = String(await file(`${slug}/${page}`));
      // The names of shared files change with every style and font.
      await expect(text.replace(/-[0-9a-f]{12}\./gu, '-hash.')).toMatchFileSnapshot(
        `golden/${slug}/site/${page}`,
      );
    }
  });

  test('the texts of the book', async () => {
    for (const [name, text] of await book(`${slug}/${slug}.epub`)) {
      await expect(text).toMatchFileSnapshot(`golden/${slug}/book/${name}`);
    }
  });
});
