/** Parsing is remark's with GFM and front matter, tree for tree, whatever we leave out to be faster. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';

const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

test('every document of this repository', () => {
  const files = ['sources', 'docs', 'tests/fixtures', 'tests/check/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(parseMarkdown(text), file).toEqual(whole.parse(text));
  }
});

test('texts made of every sign that means something', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'www.',
      'WWW.a.b',
      'http://',
      'https://a.org/x_y',
      'Http:',
      'a@b.co',
      '@',
      '://',
    ),
    fc.constantFrom('mailto:', 'xmpp:', 'w', 'h', 'www', '.', ':', '/', '-', '_', '+', '1', 'ab c'),
    fc.constantFrom(
      '*',
      '**',
      '~~',
      '`',
      '[',
      ']',
      '](',
      ')',
      '[^1]',
      '[^1]: ',
      '|',
      '\n| - | - |\n',
    ),
    fc.constantFrom(
      '\n',
      '\n\n',
      '- ',
      '- [ ] ',
      '# ',
      '> ',
      '    ',
      '---\n',
      '<a>',
      '&amp;',
      '\\',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      expect(parseMarkdown(text)).toEqual(whole.parse(text));
    }),
    { numRuns: 500 },
  );
});
