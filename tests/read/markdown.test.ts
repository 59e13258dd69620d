/** Parsing is remark's with GFM and front matter, tree for tree, whatever we leave out to be faster. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';
import { hasShared, shared, sharedHint } from '../support/shared.ts';

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

test('every document of this repository', () => {
  const files = ['sources', 'docs', 'tests/fixtures', 'tests/check/rules'].flatMap(markdownIn);
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) expectSame(readFileSync(file, 'utf8'), file);
});

test.skipIf(!hasShared)(`documents that others wrote${sharedHint}`, () => {
  const files = markdownIn(shared('markdown'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expectSame(text, file);
    // What is left out depends on the text: each paragraph by itself leaves out something else.
    for (const piece of text.split(/\n{2,}/u)) expectSame(piece, file);
  }
});

const words = fc.constantFrom('a', 'b c', 'www', 'w', 'h', '1', 'ab-', 'x_y', ' ', 'é');
const addresses = fc.constantFrom(
  ...['www.', 'WWW.a.b', 'http://', 'https://a.org/x_y', 'Http:', 'a@b.co', '@', '://', '.co'],
  ...['mailto:', 'xmpp:', '.', ':', '/', '+'],
  // Signs that are none until escapes and references are read.
  ...[
    'a&#64;b.co',
    'a&commat;b.co',
    'http&colon;//a.b',
    'https:\\//a.b',
    'www\\.a.b',
    'www&#46;a.b',
  ],
);
const inline = fc.constantFrom(
  ...['*', '**', '~~', '~', '`', '[', ']', '](', ')', '[^1]', '![', '<a>', '<', '&amp;', '\\', '|'],
  ...['\\|', '- [ ] ', '[x] ', '  \n'],
);

test('texts made of every sign that means something', () => {
  const blocks = fc.constantFrom(
    ...['\n', '\n\n', '- ', '# ', '> ', '    ', '---\n', '[^1]: ', '[a]: ', '\n| - | - |\n', '\r'],
  );
  const text = fc.array(fc.oneof(words, addresses, inline, blocks), { maxLength: 24 });
  fc.assert(
    fc.property(text, (pieces) => expectSame(pieces.join(''))),
    { numRuns: 1000 },
  );
});

test('lines in containers, with tables that begin, go on and end in every way', () => {
  const containers = fc.constantFrom(
    ...['', '', '', '> ', '>', '> > ', '- ', '  ', '1. ', '   ', '    ', '> - ', '\t', '[^1]: '],
  );
  const row = fc.array(fc.oneof(words, addresses, inline), { maxLength: 4 });
  const content = fc.oneof(
    row.map((cells) => cells.join('|')),
    row.map((cells) => `| ${cells.join(' | ')} |`),
    fc.constantFrom(
      ...['-', ':-', '|-', '-|-', '| - |', '| - | - |', '|:-:|-|', ' - | :-- ', '|', '- |', '--:'],
      ...['', '', '---', '===', '# a', '```', '<div>', '<!-- a', '-->', '***', '[a]: b', '+ |-'],
    ),
  );
  const line = fc.tuple(containers, content).map((parts) => parts.join(''));
  const ends = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
  const text = fc.array(fc.tuple(line, ends), { maxLength: 12 });
  fc.assert(
    fc.property(text, (lines) => expectSame(lines.flat().join(''))),
    { numRuns: 2000 },
  );
});

function expectSame(text: string, name = ''): void {
  const [tree, expected] = [outcome(parseMarkdown, text), outcome((one) => whole.parse(one), text)];
  // Showing where two differ is slow, and only then of use.
  if (!isDeepStrictEqual(tree, expected)) expect(tree, name).toEqual(expected);
}

/** The tree, or why there is none: the parser's development build asserts what an empty task breaks. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    return String(error);
  }
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}
