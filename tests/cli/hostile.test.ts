/**
 * Bad input through the real command: each gives a finding with its place and exit code 1, or a usage error and
 * exit code 2, and never a stack trace; nothing is published.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { briefwright, bundle, contentsOf, project } from '../support/command.ts';

let root: string;
beforeEach(async () => {
  root = await project();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const section = `---
id: russia
sequence: "1.1"
---

# Russia

## Recommendation

Combine reassurance and re-engagement.

## Background

Partnership. See [the goal](goal.md).

## Stakeholders

- Russia

## Indicators

- Meetings held: target 12 by 2030
`;

/** A plan that nothing is wrong with. */
const good: Readonly<Record<string, string | Uint8Array>> = {
  'plan.md': '---\nlang: en\ndate: 2026-03-01\n---\n\n# NATO 2020\n\nAbout it.\n',
  '1-partners/goal.md': '---\nsequence: "1"\n---\n\n# Partners\n\nAbout them.\n',
  '1-partners/1.1-russia.md': section,
};

const russia = 'sources/nato/1-partners/1.1-russia.md';
const inBackground = (text: string) => ({
  '1-partners/1.1-russia.md': section.replace('Partnership.', text),
});

function write(files: Readonly<Record<string, string | Uint8Array>>, plan = 'sources/nato'): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, plan, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Builds, and makes sure of what holds for every bad input. */
async function refused(code: 1 | 2, ...args: string[]): Promise<string> {
  const ran = await briefwright(root, ['build', ...args]);
  const said = ran.stdout + ran.stderr;
  expect(said).not.toMatch(/^ {4}at /mu);
  expect(said).not.toContain('briefwright failed');
  expect(said).not.toContain('node:');
  expect(await contentsOf(path.join(root, 'dist'))).toEqual({});
  expect(ran.code, said).toBe(code);
  return said;
}

/** The rule and the place of a finding, as the command prints them. */
function finding(rule: string, place: string): RegExp {
  const at = place.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`${at}[\\s\\S]*\\b${rule}\\b|\\b${rule}\\b[\\s\\S]*${at}`, 'u');
}

test('the plan that the others spoil passes', async () => {
  write(good);
  const ran = await briefwright(root, ['check']);
  expect(ran.stderr).toBe('');
  expect(ran.code, ran.stdout).toBe(0);
});

describe('files with a fault', () => {
  test.each<[string, Readonly<Record<string, string | Uint8Array>>, string, string]>([
    ['an empty file', { '1-partners/1.1-russia.md': '' }, 'empty-file', `${russia}:1:1`],
    [
      'not UTF-8',
      { '1-partners/1.1-russia.md': Buffer.from(section.replace('Partnership', 'Café'), 'latin1') },
      'not-utf8',
      `${russia}:14:4`,
    ],
    ['a NUL character', inBackground('Partner\u0000ship.'), 'control-character', `${russia}:14:8`],
    [
      'YAML that does not parse',
      { '1-partners/1.1-russia.md': section.replace('"1.1"', '"1.1') },
      'invalid-yaml',
      `${russia}:3`,
    ],
    [
      'YAML that is no mapping',
      { '1-partners/1.1-russia.md': section.replace(/id: .*\nsequence: .*\n/u, '- russia\n') },
      'invalid-yaml',
      `${russia}:2:1`,
    ],
    [
      'YAML nested 5,000 deep',
      { '1-partners/1.1-russia.md': section.replace('"1.1"', `${'{a: '.repeat(1900)}`) },
      'invalid-yaml',
      russia,
    ],
    [
      'YAML that multiplies itself',
      { '1-partners/1.1-russia.md': section.replace('id: russia', yamlBomb()) },
      'invalid-yaml',
      russia,
    ],
    [
      'two sections with one id',
      { '1-partners/1.2-china.md': section.replace('1.1', '1.2').replace('# Russia', '# China') },
      'duplicate-id',
      'sources/nato/1-partners/1.2-china.md:2:1',
    ],
    ['a link to nowhere', inBackground('[Here](nowhere.md).'), 'broken-link', `${russia}:14:8`],
    [
      'a link to no heading',
      inBackground('[Here](goal.md#nowhere).'),
      'broken-anchor',
      `${russia}:14:8`,
    ],
    [
      'a link that is a program',
      inBackground('[Here](javascript:alert(1)).'),
      'unsafe-link',
      `${russia}:14:8`,
    ],
    ['a missing image', inBackground('![A map](map.png)'), 'missing-image', `${russia}:14:10`],
    [
      'an image outside the plan’s folder',
      inBackground('![A map](../../map.png)'),
      'image-outside-plan',
      `${russia}:14:10`,
    ],
    [
      'an image at the machine’s root',
      inBackground('![A map](/etc/passwd)'),
      'image-outside-plan',
      `${russia}:14:10`,
    ],
    [
      'an image that is none',
      { ...inBackground('![A map](map.png)'), '1-partners/map.png': '<html>Not found</html>' },
      'broken-image',
      'sources/nato/1-partners/map.png:1:1',
    ],
    [
      'a drawing with a script',
      {
        ...inBackground('![A map](map.svg)'),
        '1-partners/map.svg':
          '<svg xmlns="http://www.w3.org/2000/svg">\n  <script>alert(1)</script>\n</svg>',
      },
      'unsafe-svg',
      'sources/nato/1-partners/map.svg:2:3',
    ],
    [
      'an image on the web',
      inBackground('![A map](https://example.org/map.png)'),
      'remote-image',
      `${russia}:14:10`,
    ],
    [
      'raw HTML with a script',
      inBackground('<script>alert(1)</script>\n\nText.'),
      'raw-html-dropped',
      `${russia}:14:1`,
    ],
    [
      'raw HTML with a handler',
      inBackground('<b onclick="alert(1)">Text.</b>'),
      'raw-html-dropped',
      `${russia}:14:1`,
    ],
    [
      '10 MB in one paragraph',
      inBackground('word '.repeat(2_000_000)),
      'file-too-large',
      `${russia}:1:1`,
    ],
    [
      '10,000 nested quotations',
      inBackground(`${'> '.repeat(10_000)}deep`),
      'nesting-too-deep',
      `${russia}:14:1`,
    ],
    ['10,000 brackets', inBackground(']'.repeat(10_000)), 'paragraph-too-dense', `${russia}:14:1`],
  ])('%s', async (_name, files, rule, place) => {
    write({ ...good, ...files });
    expect(await refused(1)).toMatch(finding(rule, place));
  });
});

/** Nine references to nine references, and so on: a billion when written out. */
function yamlBomb(): string {
  const lines = Array.from({ length: 9 }, (_, n) => `b${n}: &b${n} [${`*b${n - 1}, `.repeat(9)}]`);
  return ['a: &b-1 [lol]', ...lines].join('\n');
}

describe('what is read in spite of its form', () => {
  test('a BOM is a warning with its place', async () => {
    write({ ...good, '1-partners/1.1-russia.md': `\uFEFF${section}` });
    const ran = await briefwright(root, ['check']);
    expect(ran.stdout).toMatch(finding('byte-order-mark', `${russia}:1:1`));
    expect(ran.stdout).not.toContain('missing-');
    expect(ran.code).toBe(0);
  });

  test('CRLF is no fault', async () => {
    const files = Object.entries(good).map(([name, text]) => [
      name,
      String(text).replace(/\n/gu, '\r\n'),
    ]);
    write(Object.fromEntries(files));
    const ran = await briefwright(root, ['check']);
    expect(ran.code, ran.stdout).toBe(0);
    expect(ran.stdout).not.toMatch(/\[[a-z-]+\]/u);
  });
});

describe('folders with a fault', () => {
  test('no sources at all', async () => {
    expect(await refused(2)).toContain('There is no "sources"');
  });

  test('an empty folder of sources', async () => {
    mkdirSync(path.join(root, 'sources'));
    expect(await refused(2)).toContain('There is no plan in "sources"');
  });

  test('a plan’s folder without Markdown', async () => {
    write({ 'report.pdf': 'x' });
    expect(await refused(1)).toMatch(finding('no-sources', 'sources/nato'));
  });

  test('a plan’s folder that is a link to elsewhere', async () => {
    write(good, 'elsewhere/nato');
    mkdirSync(path.join(root, 'sources'));
    symlinkSync(path.join(root, 'elsewhere/nato'), path.join(root, 'sources/nato'));
    expect(await refused(1)).toMatch(finding('symlink-outside', 'sources/nato'));
    expect(await refused(1, 'sources/nato')).toMatch(finding('symlink-outside', 'sources/nato'));
  });

  test('a file that is a link to elsewhere', async () => {
    write({ ...good, '../secret.md': '# Secret' });
    symlinkSync(
      path.join(root, 'sources/secret.md'),
      path.join(root, 'sources/nato/1-partners/1.2.md'),
    );
    const said = await refused(1, 'sources/nato');
    expect(said).toMatch(finding('symlink-outside', 'sources/nato/1-partners/1.2.md'));
  });

  test('a folder that links to itself', async () => {
    write(good);
    symlinkSync('.', path.join(root, 'sources/nato/1-partners/again'));
    expect(await refused(1)).toMatch(finding('unreadable-file', 'sources/nato/1-partners/again'));
  });

  test('a folder named like a file', async () => {
    write({ ...good, '1-partners/1.2-china.md/note.txt': 'x' });
    const said = await refused(1);
    expect(said).toMatch(finding('unreadable-file', 'sources/nato/1-partners/1.2-china.md'));
    expect(said).toContain('it is a folder');
  });

  test('a file that vanished: a link to what is no longer there', async () => {
    write(good);
    symlinkSync('gone.md', path.join(root, 'sources/nato/1-partners/1.2.md'));
    const said = await refused(1);
    expect(said).toMatch(finding('unreadable-file', 'sources/nato/1-partners/1.2.md'));
    expect(said).toContain('it is not there');
  });

  test.skipIf(process.platform === 'win32')('a pipe named like a file', async () => {
    write(good);
    execFileSync('mkfifo', [path.join(root, 'sources/nato/1-partners/1.2.md')]);
    const said = await refused(1);
    expect(said).toMatch(finding('unreadable-file', 'sources/nato/1-partners/1.2.md'));
  });

  test.skipIf(process.platform === 'win32')('a file that may not be read', () => {
    write(good);
    chmodSync(path.join(root, 'sources/nato/plan.md'), 0);
    const said = asNobody(root);
    expect(said).toMatch(finding('unreadable-file', 'sources/nato/plan.md'));
    expect(said).toContain('permission denied');
  });
});

test('names with spaces, signs and letters of all scripts are fine', async () => {
  const plan = 'sources/Plan #1 für 100 % Ελλάδα';
  write(
    {
      ...good,
      'Bilder & Karten/Karte #2 (neu) 50 %.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>',
      '2 Ökologie #2/goal.md': '---\nsequence: "2"\n---\n\n# Ökologie & Wasser?\n\nAbout it.\n',
      '2 Ökologie #2/2.1 水 #1.md': section
        .replace('russia', 'water')
        .replace('"1.1"', '"2.1"')
        .replace('# Russia', '# 水: "water" <1>')
        .replace(
          'Partnership.',
          '![A map](<../Bilder & Karten/Karte %232 (neu) 50 %25.svg>) [Russia](../1-partners/1.1-russia.md)',
        ),
    },
    plan,
  );
  const ran = await briefwright(root, ['build', '--to', 'html']);
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  const built = Object.keys(await contentsOf(path.join(root, 'dist')));
  expect(built.some((name) => name.endsWith('index.html'))).toBe(true);
  expect(built.some((name) => name.endsWith('.svg'))).toBe(true);
});

/** Builds as a user without rights: root may read everything. Gives what was said. */
function asNobody(root: string): string {
  chmodSync(root, 0o755);
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const env = { ...process.env, NO_COLOR: '1' };
  const ran = spawnSync(process.execPath, [bundle, 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
    ...nobody,
  });
  expect(ran.status, ran.stdout + ran.stderr).toBe(1);
  return ran.stdout;
}
