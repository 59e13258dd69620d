/**
 * Bad input through the real command: each gives a finding with its place and exit code 1, or a usage error and
 * exit code 2, and never a stack trace; nothing is published. Each bad input is a plan of its own, and most are
 * built in one run of the command, since starting it costs a second or more.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { briefwright, bundle, contentsOf, type Ended, project } from '../support/command.ts';

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

- Meetings held: target 12 by 2030 {unit: meetings}
`;

/** A plan that nothing is wrong with. */
const good: Readonly<Record<string, string | Uint8Array>> = {
  'plan.md': '---\nlang: en\ndate: 2026-03-01\n---\n\n# NATO 2020\n\nAbout it.\n',
  '1-partners/goal.md': '---\nsequence: "1"\n---\n\n# Partners\n\nAbout them.\n',
  '1-partners/1.1-russia.md': section,
};

const inBackground = (text: string) => ({
  '1-partners/1.1-russia.md': section.replace('Partnership.', text),
});

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files below a folder. */
function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A bad input: its name, the files that spoil the good plan, and the rule and place (in the plan) of the finding. */
type Spoiled = readonly [string, Files, string, string];

const spoiled: readonly Spoiled[] = [
  [
    'an empty file',
    { '1-partners/1.1-russia.md': '' },
    'empty-file',
    `1-partners/1.1-russia.md:1:1`,
  ],
  [
    'not UTF-8',
    { '1-partners/1.1-russia.md': Buffer.from(section.replace('Partnership', 'Café'), 'latin1') },
    'not-utf8',
    `1-partners/1.1-russia.md:14:4`,
  ],
  [
    'a NUL character',
    inBackground('Partner\u0000ship.'),
    'control-character',
    `1-partners/1.1-russia.md:14:8`,
  ],
  [
    'YAML that does not parse',
    { '1-partners/1.1-russia.md': section.replace('"1.1"', '"1.1') },
    'invalid-yaml',
    `1-partners/1.1-russia.md:3`,
  ],
  [
    'YAML that is no mapping',
    { '1-partners/1.1-russia.md': section.replace(/id: .*\nsequence: .*\n/u, '- russia\n') },
    'invalid-yaml',
    `1-partners/1.1-russia.md:2:1`,
  ],
  [
    'YAML nested 5,000 deep',
    { '1-partners/1.1-russia.md': section.replace('"1.1"', `${'{a: '.repeat(1900)}`) },
    'invalid-yaml',
    '1-partners/1.1-russia.md',
  ],
  [
    'YAML that multiplies itself',
    { '1-partners/1.1-russia.md': section.replace('id: russia', yamlBomb()) },
    'invalid-yaml',
    '1-partners/1.1-russia.md',
  ],
  [
    'two sections with one id',
    { '1-partners/1.2-china.md': section.replace('1.1', '1.2').replace('# Russia', '# China') },
    'duplicate-id',
    '1-partners/1.2-china.md:2:1',
  ],
  [
    'a link to nowhere',
    inBackground('[Here](nowhere.md).'),
    'broken-link',
    `1-partners/1.1-russia.md:14:8`,
  ],
  [
    'a link to no heading',
    inBackground('[Here](goal.md#nowhere).'),
    'broken-anchor',
    `1-partners/1.1-russia.md:14:8`,
  ],
  [
    'a link that is a program',
    inBackground('[Here](javascript:alert(1)).'),
    'unsafe-link',
    `1-partners/1.1-russia.md:14:8`,
  ],
  [
    'a missing image',
    inBackground('![A map](map.png)'),
    'missing-image',
    `1-partners/1.1-russia.md:14:10`,
  ],
  [
    'an image outside the plan’s folder',
    inBackground('![A map](../../map.png)'),
    'image-outside-plan',
    `1-partners/1.1-russia.md:14:10`,
  ],
  [
    'an image at the machine’s root',
    inBackground('![A map](/etc/passwd)'),
    'image-outside-plan',
    `1-partners/1.1-russia.md:14:10`,
  ],
  [
    'an image that is none',
    { ...inBackground('![A map](map.png)'), '1-partners/map.png': '<html>Not found</html>' },
    'broken-image',
    '1-partners/map.png:1:1',
  ],
  [
    'a drawing with a script',
    {
      ...inBackground('![A map](map.svg)'),
      '1-partners/map.svg':
        '<svg xmlns="http://www.w3.org/2000/svg">\n  <script>alert(1)</script>\n</svg>',
    },
    'unsafe-svg',
    '1-partners/map.svg:2:3',
  ],
  [
    'an image on the web',
    inBackground('![A map](https://example.org/map.png)'),
    'remote-image',
    `1-partners/1.1-russia.md:14:10`,
  ],
  [
    'raw HTML with a script',
    inBackground('<script>alert(1)</script>\n\nText.'),
    'raw-html-dropped',
    `1-partners/1.1-russia.md:14:1`,
  ],
  [
    'raw HTML with a handler',
    inBackground('<b onclick="alert(1)">Text.</b>'),
    'raw-html-dropped',
    `1-partners/1.1-russia.md:14:1`,
  ],
  [
    '10 MB in one paragraph',
    inBackground('word '.repeat(2_000_000)),
    'file-too-large',
    `1-partners/1.1-russia.md:1:1`,
  ],
  [
    '10,000 nested quotations',
    inBackground(`${'> '.repeat(10_000)}deep`),
    'nesting-too-deep',
    `1-partners/1.1-russia.md:14:1`,
  ],
  [
    '10,000 brackets',
    inBackground(']'.repeat(10_000)),
    'paragraph-too-dense',
    `1-partners/1.1-russia.md:14:1`,
  ],
];

/** Bad inputs that are no contents of files: what is done to the plan's folder. */
const damaged: readonly (readonly [string, (plan: string) => void, string, string])[] = [
  [
    'a folder without Markdown',
    (plan) => {
      rmSync(plan, { recursive: true });
      write(plan, { 'report.pdf': 'x' });
    },
    'no-sources',
    '',
  ],
  [
    'a folder that is a link to elsewhere',
    (plan) => {
      rmSync(plan, { recursive: true });
      write(`${plan}/../../elsewhere`, good);
      symlinkSync('../elsewhere', plan);
    },
    'symlink-outside',
    '',
  ],
  [
    'a file that is a link to elsewhere',
    (plan) => symlinkSync('/etc/passwd', `${plan}/1-partners/1.2.md`),
    'symlink-outside',
    '1-partners/1.2.md',
  ],
  [
    'a folder that links to itself',
    (plan) => symlinkSync('.', `${plan}/1-partners/again`),
    'unreadable-file',
    '1-partners/again',
  ],
  [
    'a folder named like a file',
    (plan) => write(plan, { '1-partners/1.2.md/note.txt': 'x' }),
    'unreadable-file',
    '1-partners/1.2.md',
  ],
  [
    'a file that vanished: a link to what is no longer there',
    (plan) => symlinkSync('gone.md', `${plan}/1-partners/1.2.md`),
    'unreadable-file',
    '1-partners/1.2.md',
  ],
  [
    'a pipe named like a file',
    (plan) => void execFileSync('mkfifo', [`${plan}/1-partners/1.2.md`]),
    'unreadable-file',
    '1-partners/1.2.md',
  ],
  [
    'a byte order mark, which is a warning',
    (plan) => write(plan, { '1-partners/1.1-russia.md': `\uFEFF${section}` }),
    'byte-order-mark',
    '1-partners/1.1-russia.md:1:1',
  ],
];

describe('one run over everything that is wrong', () => {
  let root: string;
  let ran: Ended;
  const folderOf = (name: string) => name.replace(/[^a-z0-9]+/giu, '-');

  beforeAll(async () => {
    root = await project();
    const sources = path.join(root, 'sources');
    write(path.join(sources, 'good'), good);
    write(path.join(sources, 'crlf'), withCrlf(good));
    for (const [name, files] of spoiled) {
      write(path.join(sources, folderOf(name)), { ...good, ...files });
    }
    for (const [name, damage] of damaged) {
      const plan = path.join(sources, folderOf(name));
      write(plan, good);
      damage(plan);
    }
    ran = await briefwright(root, ['build']);
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('it ends with exit code 1, without a stack trace, and publishes nothing', async () => {
    expect(ran.code).toBe(1);
    expect(ran.stdout + ran.stderr).not.toMatch(/^ {4}at |briefwright failed|node:/mu);
    const steps = /^[^\s:]+: check\n/gmu;
    expect(ran.stderr.replace(steps, '')).toBe(
      'Nothing was published. Mend the errors, or build with --draft.\n',
    );
    expect(await contentsOf(path.join(root, 'dist'))).toEqual({});
  });

  test.each([...spoiled, ...damaged])('%s', (name, _make, rule, place) => {
    const where = ['sources', folderOf(name), place].filter((one) => one !== '').join('/');
    const level = rule === 'byte-order-mark' ? 'warning' : 'error';
    const told = ran.stdout
      .split(/^(?=[a-z]+\[[a-z0-9-]+\]: )/mu)
      .filter((one) => one.includes(where));
    expect(told.map((one) => one.slice(0, one.indexOf(':')))).toContain(`${level}[${rule}]`);
    for (const one of told) expect(one).toMatch(/^ *= help: \S/mu);
  });

  test.each(['good', 'crlf'])('nothing is said about the plan "%s"', (plan) => {
    expect(ran.stdout).not.toContain(`sources/${plan}/`);
  });
});

function withCrlf(files: Files): Files {
  const lines = Object.entries(files).map(([name, text]) => [
    name,
    String(text).replace(/\n/gu, '\r\n'),
  ]);
  return Object.fromEntries(lines);
}

describe('by themselves', () => {
  let root: string;
  beforeEach(async () => {
    root = await project();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Builds, and makes sure of what holds for every bad input. */
  async function refused(code: 1 | 2, ...args: string[]): Promise<string> {
    const ran = await briefwright(root, ['build', ...args]);
    const said = ran.stdout + ran.stderr;
    expect(said).not.toMatch(/^ {4}at |briefwright failed|node:/mu);
    expect(await contentsOf(path.join(root, 'dist'))).toEqual({});
    expect(ran.code, said).toBe(code);
    return said;
  }

  test('no sources at all', async () => {
    expect(await refused(2)).toContain('There is no "sources"');
  });

  test('an empty folder of sources', async () => {
    mkdirSync(path.join(root, 'sources'));
    expect(await refused(2)).toContain('There is no plan in "sources"');
  });

  test('a plan named by itself that is a link to elsewhere', async () => {
    write(path.join(root, 'elsewhere/nato'), good);
    mkdirSync(path.join(root, 'sources'));
    symlinkSync('../elsewhere/nato', path.join(root, 'sources/nato'));
    expect(await refused(1, 'sources/nato')).toContain('error[symlink-outside]');
  });

  test.skipIf(process.platform === 'win32')('a file that may not be read', () => {
    write(path.join(root, 'sources/nato'), good);
    chmodSync(path.join(root, 'sources/nato/plan.md'), 0);
    const said = asNobody(root);
    expect(said).toContain('error[unreadable-file]');
    expect(said).toContain('"sources/nato/plan.md" cannot be opened (permission denied)');
  });

  test('names with spaces, signs and letters of all scripts are fine', async () => {
    const plan = 'sources/Plan #1 für 100 % Ελλάδα';
    write(path.join(root, plan), {
      ...good,
      'Bilder & Karten/Karte #2 (neu) 50 %.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>',
      '2 Ökologie #2/goal.md': '---\nsequence: "2"\n---\n\n# Ökologie & Wasser?\n\nAbout it.\n',
      '2 Ökologie #2/2.1 水 #1.md': section
        .replace('russia', 'water')
        .replace('"1.1"', '"2.1"')
        .replace('# Russia', '# Ύδωρ: "water" <1>')
        .replace(
          'Partnership.',
          '![A map](<../Bilder & Karten/Karte %232 (neu) 50 %25.svg>) [Russia](../1-partners/1.1-russia.md)',
        ),
    });
    const ran = await briefwright(root, ['build', '--to', 'html']);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const built = Object.keys(await contentsOf(path.join(root, 'dist')));
    expect(built.some((name) => name.endsWith('index.html'))).toBe(true);
    expect(built.some((name) => name.endsWith('.svg'))).toBe(true);
  });
});

/** Nine references to nine references, and so on: a billion when written out. */
function yamlBomb(): string {
  const lines = Array.from({ length: 9 }, (_, n) => `b${n}: &b${n} [${`*b${n - 1}, `.repeat(9)}]`);
  return ['a: &b-1 [lol]', ...lines].join('\n');
}

/** Builds as a user without rights: root may read everything. Gives what was said. */
function asNobody(root: string): string {
  chmodSync(root, 0o755);
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const env = { ...process.env, NO_COLOR: '1' };
  // This checkout may stand where nobody else may look.
  const command = path.join(root, 'command');
  cpSync(path.dirname(bundle), path.join(command, 'bin'), { recursive: true });
  cpSync('package.json', path.join(command, 'package.json'));
  const ran = spawnSync(process.execPath, [path.join(command, 'bin/briefwright.js'), 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
    ...nobody,
  });
  expect(ran.status, ran.stdout + ran.stderr).toBe(1);
  return ran.stdout;
}
