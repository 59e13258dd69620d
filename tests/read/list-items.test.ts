/** An item is a name, a colon and what is said about it. */
import { toString as mdastText } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import type { Block } from '../../pipeline/model/draft.ts';
import {
  around,
  blocksBelow,
  firstParagraph,
  splitAtColon,
} from '../../pipeline/read/list-items.ts';
import { parseMarkdown } from '../../pipeline/read/markdown.ts';

test.each([
  ['- Russia', 'Russia', ''],
  ['- Russia: a partner', 'Russia', 'a partner'],
  ['- Russia: a partner: yes', 'Russia', 'a partner: yes'],
  ['- Russia:', 'Russia', ''],
  ['- Article 5:1 decides', 'Article 5:1 decides', ''],
  ['- **Russia**: a *partner*', 'Russia', 'a partner'],
  ['- **Russia: a** partner', 'Russia: a partner', ''],
  ['- https://example.org: a site', 'https://example.org', 'a site'],
])('%s', (text, name, description) => {
  const list = parseMarkdown(text).children[0];
  const item = list?.type === 'list' ? list.children[0] : undefined;
  const split = item && splitAtColon(firstParagraph(item));
  expect([split?.name, mdastText([...(split?.description ?? [])])]).toEqual([name, description]);
});

test('an item that begins with no paragraph has no name, and loses nothing', () => {
  const list = parseMarkdown('- > quoted\n').children[0];
  const item = list?.type === 'list' ? list.children[0] : undefined;
  expect(item && firstParagraph(item)).toEqual([]);
  expect(item && blocksBelow(item)).toMatchObject([{ type: 'blockquote' }]);
});

test('blocks stand before, among and after the lists', () => {
  const blocks: Block[] = parseMarkdown('a\n\n- b\n\nc\n\n1. d\n').children;
  const types = (found: readonly Block[]) => found.map((block) => block.type);
  const { before, items, after } = around(blocks, ['list']);
  expect([types(before), types(items), types(after)]).toEqual([
    ['paragraph'],
    ['list', 'list'],
    ['paragraph'],
  ]);
  expect(around(blocks, ['table'])).toEqual({ before: blocks, items: [], after: [] });
});
