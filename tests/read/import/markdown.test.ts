/** What is written as Markdown reads as the same words again, whatever they are. */
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { startOf } from '../../../pipeline/model/place.ts';
import { fileName } from '../../../pipeline/read/import/file-name.ts';
import type { ImportedNode } from '../../../pipeline/read/import/imported.ts';
import { nodeMarkdown } from '../../../pipeline/read/import/markdown.ts';
import { paragraph } from '../../../pipeline/read/import/text.ts';
import { readPlan } from '../../support/read.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

function node(parts: Partial<ImportedNode>): ImportedNode {
  return { title: 'T', intro: [], parts: [], mentioned: false, place: startOf('x'), ...parts };
}

/** Title, and the text of each block after it. */
function reread(markdown: string): string[] {
  return reader
    .parse(markdown)
    .children.filter((block) => block.type !== 'yaml')
    .map((block) => `${block.type}: ${textOf(block)}`);
}

/** Pieces that mean something to Markdown, GFM, HTML or YAML, and plain ones. */
const piece = fc.constantFrom(
  ...'*_#`~[]()<>&!|\\-+=:;.,\'"/@^$%{}0123456789',
  ...[
    '**',
    '__',
    '~~',
    '1.',
    '12)',
    '- ',
    '* ',
    '+ ',
    '# ',
    '> ',
    '---',
    '===',
    '```',
    '[^1]',
    '[x] ',
    '![a](b)',
  ],
  ...[
    '<b>',
    '</b>',
    '<!--',
    '&amp;',
    '&#35;',
    'www.example.org',
    'https://example.org/a_b_c?d=1&e=*f*',
    'a@b.org',
  ],
  ...[
    'word',
    'Wort',
    'Ελλάδα',
    'пример',
    'عربي',
    '漢字',
    '😀',
    ' ',
    ' ',
    ' ',
    '\n',
    '| a | b |',
    'http://',
    'none:',
  ],
);
const text = fc
  .array(piece, { minLength: 1, maxLength: 24 })
  .map((pieces) =>
    pieces
      .join('')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  )
  .filter((value) => value !== '');

test('a paragraph of any text comes back as that text', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const markdown = nodeMarkdown(node({ intro: [paragraph(first), paragraph(second)] }));
      expect(reread(markdown)).toEqual([
        'heading: T',
        `paragraph: ${first}`,
        `paragraph: ${second}`,
      ]);
    }),
    { numRuns: 300 },
  );
});

test('so does a title', () => {
  fc.assert(
    fc.property(text, (title) => {
      const line = title.replace(/\s*\n\s*/gu, ' ');
      expect(reread(nodeMarkdown(node({ title })))).toEqual([`heading: ${line}`]);
    }),
    { numRuns: 300 },
  );
});

test('so do a stakeholder and what they do', () => {
  fc.assert(
    fc.property(text, text, (name, description) => {
      const stakeholders = [{ name, roles: [], description, blocks: [] }];
      const markdown = nodeMarkdown(node({ parts: [{ heading: 'P', blocks: [], stakeholders }] }));
      expect(reread(markdown).at(-1)).toBe(`list: ${name}: ${description}`);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['NATO: the Alliance', [], undefined],
  ['Council (Performer)', [], undefined],
  ['Council (Performer)', ['Beneficiary'], 'Person' as const],
  ['Council (EAPC)', ['Performer'], 'Organization' as const],
  ['Board; the (a; b)', [], undefined],
  ['Board:', ['Performer'], undefined],
])('the stakeholder "%s" %j is read again as such', (name, roles, kind) => {
  const one = { name, roles, description: 'Does: this.', blocks: [], ...(kind ? { kind } : {}) };
  const list = { heading: 'Stakeholders', blocks: [], stakeholders: [one] };
  const plan = readPlan({
    'plan.md': '# P',
    'g/goal.md': '# G',
    'g/s.md': nodeMarkdown(node({ parts: [list] })),
  });
  const [read] = plan.goals[0]?.sections[0]?.parts[0]?.stakeholders ?? [];
  expect(read && { name: read.name, roles: read.roles, kind: read.kind }).toEqual({
    name,
    roles,
    kind,
  });
  expect(textOf([...(read?.description ?? [])])).toBe('Does: this.');
});

test.each(['5: Forces', 'A: the letter', 'Heat {#alarm}'])(
  'the title "%s" is read again',
  (title) => {
    const plan = readPlan({ 'plan.md': '# P', 'g/goal.md': nodeMarkdown(node({ title })) });
    expect(plan.goals[0]?.title?.value).toBe(title);
    expect(plan.goals[0]?.matter.value).toEqual({ title });
  },
);

test('front matter keeps a sequence as it is, quoted', () => {
  expect(nodeMarkdown(node({ sequence: '5.10', id: '_a' }))).toBe(
    '---\nid: _a\nsequence: "5.10"\n---\n\n# T\n',
  );
  expect(nodeMarkdown(node({ sequence: 'a: "b"' }))).toContain('sequence: "a: \\"b\\""\n');
});

test.each([
  ['3.13', 'Russia', '3.13-russia'],
  ['5', 'Forces & Capabilities', '5-forces-and-capabilities'],
  ['Part 1', 'Straße nach Ελλάδα', 'part-1-strasse-nach-ellada'],
  ['4.1', '漢字', '4.1'],
  [undefined, '漢字', 'section'],
  [undefined, 'CON', 'section-con'],
  ['../..', 'a/b\\c#d?', 'a-b-c-d'],
  ['1', `${'long '.repeat(40)}`, '1-long-long-long-long-long-long-long-long-long-long-long-long'],
])('the file of %s "%s" is %s.md', (sequence, title, name) => {
  expect(fileName({ title, ...(sequence === undefined ? {} : { sequence }) }, 'section')).toBe(
    name,
  );
});

test('an e-mail autolink that starts with a sign stays text', () => {
  const markdown = nodeMarkdown(node({ intro: [paragraph('<&@1>*')] }));
  expect(reread(markdown)).toEqual(['heading: T', 'paragraph: <&@1>*']);
});
