import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftPlan } from '../../pipeline/model/draft.ts';
import { readPlan } from '../support/read.ts';

const section = `---
id: _8dfff094-8b91-11e2-af17-a93768e382cb
sequence: "3.13"
---

# Russia

## Recommendation

Combine reassurance and *re-engagement*.

## Background

Partnership. See [ourselves](#russia).

## Stakeholders

- Russia
- Euro-Atlantic Partnership Council (EAPC): a forum
- NATO (Organization; Performer, Beneficiary): decides: always

## Indicators

- Meetings: target 1,200 by 2030, baseline 12 in 2024 {unit: meetings}
- Trust, in plain words
`;

const folders = {
  'plan.md': '---\ntitle: NATO 2020\n---\n\n# NATO 2020\n\nAbout it.\n',
  '3-partnerships/goal.md': '---\nsequence: "3"\n---\n\n# Partnerships\n\nAbout them.\n',
  '3-partnerships/3.13-russia.md': section,
};

const body = section.split('---\n').at(-1) ?? '';
const oneFile = {
  'plan.md': `---\ntitle: NATO 2020\n---\n\n# NATO 2020\n\nAbout it.\n\n## 3: Partnerships\n\nAbout them.\n\n${body
    .replace('# Russia', '### 3.13: Russia {#_8dfff094-8b91-11e2-af17-a93768e382cb}')
    .replace(/^## /gmu, '#### ')}`,
};

/** What a draft says, apart from where it is written. */
function meaning(plan: DraftPlan): unknown {
  const left = new Set(['place', 'position', 'source', 'sources', 'depth', 'places', 'data']);
  return JSON.parse(JSON.stringify(plan, (key, value) => (left.has(key) ? undefined : value)));
}

function russia(plan: DraftPlan) {
  const found = plan.goals[0]?.sections[0];
  if (!found) throw new Error('There is no section.');
  return found;
}

test('both layouts are read into the same model', () => {
  expect(meaning(readPlan(oneFile))).toEqual(meaning(readPlan(folders)));
});

test('stakeholders are read with kind, roles and what they do', () => {
  const named = russia(readPlan(folders)).parts[2]?.stakeholders ?? [];
  expect(named.map(({ name, kind, roles }) => ({ name, kind, roles }))).toEqual([
    { name: 'Russia', kind: undefined, roles: [] },
    { name: 'Euro-Atlantic Partnership Council (EAPC)', kind: undefined, roles: [] },
    { name: 'NATO', kind: 'Organization', roles: ['Performer', 'Beneficiary'] },
  ]);
});

test('indicators are read as measures, and plain ones stay as they are', () => {
  const [first, second] = russia(readPlan(folders)).parts[3]?.indicators ?? [];
  expect(first).toMatchObject({
    name: 'Meetings',
    unit: 'meetings',
    target: { text: '1,200', number: '1200', date: '2030' },
    baseline: { text: '12', number: '12', date: '2024' },
  });
  expect(second).toMatchObject({ name: 'Trust, in plain words', description: [] });
});

describe('a part is', () => {
  const state = (content: string) =>
    russia(
      readPlan({
        ...folders,
        '3-partnerships/3.13-russia.md': `# R\n\n## Indicators\n\n${content}`,
      }),
    ).parts[0]?.state;
  test.each([
    ['', 'empty'],
    ['<!-- later -->', 'empty'],
    ['TBD', 'placeholder'],
    ['[To be determined]', 'placeholder'],
    ['- [To be named]', 'placeholder'],
    ['…', 'placeholder'],
    ['none: The source names none.', 'waived'],
    ['None:', 'waived'],
    ['Nonetheless: more', 'filled'],
    ['- Meetings', 'filled'],
  ])('%j: %s', (content, expected) => {
    expect(state(content)).toBe(expected);
  });
});

describe('faults have a rule and a place', () => {
  const faults = (text: string | Uint8Array) =>
    readPlan({ ...folders, '3-partnerships/3.13-russia.md': text }).faults.map(
      ({ rule, place, expected }) => ({
        rule,
        at: `${place.start.line}:${place.start.column}`,
        expected,
      }),
    );
  test('the 5.10 trap', () => {
    expect(faults('---\nsequence: 5.10\n---\n# R\n')).toEqual([
      { rule: 'unquoted-sequence', at: '2:11', expected: undefined },
    ]);
    const plan = readPlan({
      ...folders,
      '3-partnerships/3.13-russia.md': '---\nsequence: 5.10\n---\n# R\n',
    });
    expect(russia(plan).matter.value.sequence).toBe('5.10');
  });
  test('an unknown key, with the right one', () => {
    expect(faults('---\nsequense: "1"\n---\n# R\n')).toEqual([
      { rule: 'unknown-front-matter-key', at: '2:1', expected: 'sequence' },
    ]);
  });
  test('YAML that does not parse', () => {
    expect(faults('---\nid: "a\n---\n# R\n')[0]?.rule).toBe('invalid-yaml');
  });
  test('not UTF-8', () => {
    expect(faults(new Uint8Array([35, 32, 82, 10, 10, 97, 0xff]))[0]).toMatchObject({
      rule: 'not-utf8',
      at: '3:2',
    });
  });
  test('a byte order mark', () => {
    expect(faults('\uFEFF# R\n').map(({ rule }) => rule)).toEqual(['byte-order-mark']);
  });
  test('an empty file', () => {
    expect(faults('').map(({ rule }) => rule)).toEqual(['empty-file']);
  });
  test('10 MB in one paragraph', () => {
    expect(faults('word '.repeat(2_000_000)).map(({ rule }) => rule)).toEqual(['file-too-large']);
  });
  test('10,000 nested quotes', () => {
    expect(faults(`# R\n\n${'> '.repeat(10_000)}deep\n`).map(({ rule }) => rule)).toEqual([
      'nesting-too-deep',
    ]);
    expect(faults(`# R\n\n${'>'.repeat(10_000)}deep\n`).map(({ rule }) => rule)).toEqual([
      'nesting-too-deep',
    ]);
  });
});

test('CRLF changes nothing but the offsets', () => {
  const crlf = Object.fromEntries(
    Object.entries(folders).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
  );
  const plan = readPlan(crlf);
  expect(plan.faults).toEqual([]);
  expect(russia(plan).matter.value.sequence).toBe('3.13');
  expect(meaning(plan)).toEqual(meaning(readPlan(folders)));
});

describe('links lead to', () => {
  const target = (url: string) => {
    const plan = readPlan({
      ...folders,
      'images/a b.png': 'x',
      '3-partnerships/3.13-russia.md': `# R\n\n## Background\n\n[x](${url})\n`,
    });
    const block = russia(plan).parts[0]?.content[0];
    const link = block?.type === 'paragraph' ? block.children[0] : undefined;
    return link?.type === 'link' ? link.data?.target : undefined;
  };
  test.each([
    ['https://example.org/', { kind: 'external', url: 'https://example.org/' }],
    ['goal.md', { kind: 'node', address: { goal: 0 } }],
    ['../plan.md', { kind: 'node', address: {} }],
    ['#background', { kind: 'part', address: { goal: 0, section: 0 }, heading: 'Background' }],
    ['../images/a%20b.png', { kind: 'asset', path: 'plan/images/a b.png' }],
    ['../../other.md', { kind: 'broken', reason: 'outside-plan' }],
    ['javascript:alert(1)', { kind: 'broken', reason: 'unsafe-scheme' }],
    ['//host/x', { kind: 'broken', reason: 'unsafe-scheme' }],
    ['gaol.md', { kind: 'broken', reason: 'no-such-file' }],
    ['#nowhere', { kind: 'broken', reason: 'no-such-anchor' }],
  ])('%s', (url, expected) => {
    expect(target(url)).toMatchObject(expected);
  });
});

test('any text is read without a failure, and every place lies in its file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const plan = readPlan({ 'plan.md': text });
      for (const { place } of plan.faults) {
        expect(place.start.offset).toBeLessThanOrEqual(text.length);
        expect(place.start.line).toBeGreaterThan(0);
      }
    }),
    { seed: 7, numRuns: 200 },
  );
});
