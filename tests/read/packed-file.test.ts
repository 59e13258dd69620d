/** What is packed is unpacked as it was. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFile, unpackFile } from '../../pipeline/read/packed-file.ts';
import { parsed } from '../../pipeline/read/parse-file.ts';

function expectWhole(bytes: Uint8Array): void {
  const raw = { path: 'plan/a.md', bytes };
  const before = parsed(raw);
  expect(unpackFile(packFile(before), raw)).toEqual(before);
}

test('every document of this repository', () => {
  const files = ['sources', 'docs', 'tests/check/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) expectWhole(readFileSync(file));
});

test.each([
  ['an address that GFM finds in the finished tree, where it stands nowhere', 'see a&#64;b.org'],
  ['a list that starts with 7, tasks, a table, a note', '7. a\n\n- [x] b\n\n|c|\n|:-:|\n\n[^d]: e'],
  ['nothing', ''],
  ['only white space', '\r\n \t'],
  ['a byte order mark', '\uFEFF# a'],
  ['signs outside the first plane, and what JSON escapes', '😀 "\u2028" \\ \u0007 \u0000'],
  ['too deep to be parsed', '>'.repeat(200)],
  ['a heading by the name of what is packed apart', '# position\n\n`__proto__`'],
])('%s', (_, text) => expectWhole(new TextEncoder().encode(text)));

test('bytes that are no text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), expectWhole));
});
