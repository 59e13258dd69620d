/** What should never get into a book, through the real command: it is told, and the book is one that EPUBCheck takes. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../pipeline/build/run.ts';
import { verifyEpub } from '../../pipeline/verify/epub/verify-epub.ts';
import { lookAnew } from '../../pipeline/verify/verdict.ts';
import { briefwright, type Ended, project } from '../support/command.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture with a comment of its own (a tEXt chunk), so that no two are the same file. */
function pixel(comment: string): Uint8Array {
  const end = png.length - 12;
  const text = Buffer.from(`tEXtComment\0${comment}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(text));
  return Buffer.concat([png.subarray(0, end), length, text, sum, png.subarray(end)]);
}

/** PNG, Annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) * 0xed_b8_83_20);
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}

function section(number: number, background: string, title = `Section ${number}`): string {
  return `---\nsequence: "1.${number}"\n---\n\n# ${title}\n\n## Recommendation\n\nDo it.\n\n## Background\n\n${background}\n\n## Stakeholders\n\n- Council\n\n## Indicators\n\n- Sites: target 4 by 2030\n`;
}

function plan(files: Files, title = 'Plan'): Files {
  return {
    'plan.md': `---\nlang: en\ndate: 2026-03-01\n---\n\n# ${title}\n\nAbout it.\n`,
    '1-goal/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n\nAbout it.\n',
    ...files,
  };
}

const many = Array.from({ length: 5000 }, (_, at) => `p${at}.png`);
const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`;

/** By the plan's name: its files, and the rules that the command must name. */
const plans: Readonly<Record<string, readonly [Files, readonly string[]]>> = {
  script: [
    plan({
      '1-goal/1.1-a.md': section(
        1,
        [
          '<script>alert(1)</script>',
          '<b onclick="alert(1)">b</b> <a href="javascript:alert(1)">c</a> [d](javascript:alert(1))',
          '<iframe src="https://example.org/"></iframe>',
          '<form action="https://example.org/"><input name="a"><button>b</button></form>',
          '<style>@import "https://example.org/x.css";</style>',
          '<object data="a.swf"></object><embed src="a.swf"><video src="a.mp4"></video>',
          '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        ].join('\n\n'),
      ),
    }),
    ['raw-html-dropped', 'unsafe-link'],
  ],
  remote: [
    plan({
      '1-goal/1.1-a.md': section(
        1,
        '![A map](https://example.org/map.png)\n\n<img src="//example.org/b.png" alt="b" srcset="https://example.org/c.png 2x">\n\n![d][d]\n\n[d]: http://example.org/d.jpg',
      ),
    }),
    ['remote-image'],
  ],
  entities: [
    plan(
      {
        '1-goal/1.1-a.md': section(
          1,
          '&#0; &#x1F; &#xFFFE; &#xD800; &#x110000; &nosuch; &amp;lt; ]]> <!DOCTYPE x [<!ENTITY y "z">]> &y;\n\n<![CDATA[ <b>c</b> ]]>\n\n<?php echo 1 ?>\n\n![A drawing](bomb.svg)\n\n![Another](file.svg)',
          'A &#x1F; title & ]]> &y; <b>',
        ),
        '1-goal/bomb.svg': bomb,
        '1-goal/file.svg':
          '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>',
      },
      'A "plan" & ]]> &y; \\<b>',
    ),
    [],
  ],
  'many-pictures': [
    plan({
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((number) => [
          `1-goal/1.${number}-a.md`,
          section(
            number,
            many
              .slice(number * 1000 - 1000, number * 1000)
              .map((name) => `![Picture ${name}](${name})`)
              .join('\n\n'),
          ),
        ]),
      ),
      ...Object.fromEntries(many.map((name) => [`1-goal/${name}`, pixel(name)])),
    }),
    [],
  ],
  'large-picture': [
    plan({
      '1-goal/1.1-a.md': section(1, '![A large picture](large.png)'),
      '1-goal/large.png': pixel('x'.repeat(50_000_000)),
    }),
    ['book/large-picture'],
  ],
  names: [
    plan({
      '1-goal/1.1-Größe & "Wert" 100%.md': section(1, '![p](<Bild ä%20#1.png>)'),
      '1-goal/1.2-größe & "wert" 100%.md': section(2, '![p](CON.png)\n\n![p](<.png..png>)'),
      '1-goal/1.3-水.md': section(3, '![p](<🙂.png>)', '水'),
      [`1-goal/1.4-${'long'.repeat(45)}.md`]: section(4, 'Text.'),
      '1-goal/1.5-CON.md': section(5, 'Text.'),
      '1-goal/1.6-toc.md': section(6, 'Text.', 'toc'),
      '1-goal/1.7-content.opf.md': section(7, 'Text.', 'content.opf'),
      '1-goal/Bild ä%20#1.png': pixel('1'),
      '1-goal/CON.png': pixel('2'),
      '1-goal/.png..png': pixel('3'),
      '1-goal/🙂.png': pixel('4'),
    }),
    [],
  ],
  absolute: [
    plan({
      '1-goal/1.1-a.md': section(
        1,
        '![A](/etc/passwd.png)\n\n![B](../../../../etc/b.png)\n\n![C](file:///etc/c.png)\n\n![D](C:\\\\d.png)\n\n[E](file:///etc/passwd) [F](/etc/passwd) <a href="/etc/passwd">g</a> <img src="/h.png" alt="h">',
      ),
    }),
    ['image-outside-plan'],
  ],
};

let root = '';
let built: Ended;

beforeAll(async () => {
  root = await project();
  for (const [name, [files]] of Object.entries(plans)) {
    for (const [file, content] of Object.entries(files)) {
      const target = path.join(root, 'sources', name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
  built = await briefwright(root, ['build', '--to', 'epub', '--draft']);
}, 600_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test('the command ends as it does with findings, and shows no trace of its own', () => {
  expect(`${built.code}: ${built.stderr}`).toMatch(/^[01]: /u);
  expect(built.stdout + built.stderr).not.toMatch(/^\s+at .*:\d+/mu);
});

test('each of 5,000 pictures is in the book', async () => {
  const bytes = await readFile(path.join(root, 'dist/many-pictures/many-pictures.epub'));
  const pictures = Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.png'));
  expect(pictures.length).toBe(5000);
});

describe.each(Object.entries(plans).map(([name, [, rules]]) => [name, rules] as const))(
  '%s',
  (name, rules) => {
    test.runIf(rules.length > 0)(`gives ${rules.join(', ')}`, () => {
      for (const rule of rules) expect(built.stdout).toContain(rule);
    });

    test('gives a book that EPUBCheck takes, with nothing in it that runs or leads out', async () => {
      const bytes = await readFile(path.join(root, 'dist', name, `${name}.epub`));
      const { findings } = await verifyEpub(
        { path: `${name}.epub`, bytes },
        {
          run,
          epubcheck: { java: 'java', jar: '/usr/bin/epubcheck' },
          ace: undefined,
          remember: lookAnew,
        },
      );
      const wrong = findings
        .filter(({ rule }) => rule !== 'book/picture-without-words')
        .map(({ rule, place, message }) => `${place.path}:${place.start.line} ${rule} ${message}`);
      expect(wrong).toEqual([]);
      for (const [file, content] of Object.entries(unzipSync(bytes))) {
        expect(file).toMatch(/^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,80})$/u);
        if (!/\.(?:xhtml|svg|css)$/u.test(file)) continue;
        expect(strFromU8(content), file).not.toMatch(
          /<script|<iframe|<form|<object|<!ENTITY|\son\w+="|(?:src|href)="(?:javascript|file|data|https?:\/\/example|\/)/iu,
        );
      }
    }, 600_000);
  },
);
