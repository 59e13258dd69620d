/** What is known of a section stands for its text: read and checked from it, a plan is what it is when read anew. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileKey } from '../../pipeline/build/cache/parsed-files.ts';
import { loadPlans } from '../../pipeline/build/load.ts';
import { admit } from '../../pipeline/check/admit.ts';
import { type CheckOptions, check } from '../../pipeline/check/check.ts';
import { coverageOf } from '../../pipeline/check/coverage.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import type { DraftPlan } from '../../pipeline/model/draft.ts';
import type { Known } from '../../pipeline/model/known.ts';
import type { PlanSources } from '../../pipeline/model/sources.ts';
import { type ParseFile, parseFile } from '../../pipeline/read/parse-file.ts';
import { read } from '../../pipeline/read/read.ts';
import { remembering } from '../support/remembering.ts';
import { sourcesOf } from '../support/sources.ts';

/** Parses files that something is kept of. */
const keyed: ParseFile = (raw, note) => ({ ...parseFile(raw, note), key: fileKey(raw) });

/** What only saves a text, and the texts themselves, which stand there again and again. */
const leftOut = new Set(['facts', 'headings', 'assets', 'source', 'sources']);

/** All that a draft says, without what only saves its text, and all that is found in it. */
function told(draft: DraftPlan, known?: Known): unknown {
  const { findings, failures } = check(draft, { model, ...(known && { known }) });
  const plan = admit(draft, { model, findings, draftBuild: true });
  return JSON.parse(
    JSON.stringify([findings, failures, coverageOf(draft, model), draft, plan], (key, value) => {
      if (leftOut.has(key)) return undefined;
      return value instanceof Map ? [...value] : value;
    }),
  );
}

function outcome(sources: PlanSources, known?: Known, options: Partial<CheckOptions> = {}) {
  const ours = options.model ?? model;
  const draft = known ? read(sources, ours, keyed, known) : read(sources, ours);
  const { findings, failures } = check(draft, { model, ...(known && { known }), ...options });
  return JSON.parse(JSON.stringify({ findings, failures }));
}

function planWith(text: string, more: Readonly<Record<string, string>> = {}): PlanSources {
  return sourcesOf({
    'plan.md':
      '---\nlang: en\ndate: 2026-01-01\n---\n\n# Plan\n\nSee [it](1-a/1.1-b.md#background).',
    '1-a/goal.md': '---\nsequence: "1"\n---\n\n# Goal\n',
    '1-a/1.1-b.md': text,
    ...more,
  });
}

/** Texts with and without every fault that has a rule. */
const texts = ['sources', 'tests/check/rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

test('any text as a section, first and from what is known', { timeout: 120_000 }, () => {
  for (const file of texts) {
    const sources = planWith(readFileSync(file, 'utf8'));
    const known = remembering();
    const anew = told(read(sources, model));
    for (const _ of [1, 2]) {
      expect(told(read(sources, model, keyed, known), known), file).toEqual(anew);
    }
  }
});

test('our own plans', async () => {
  for (const sources of await loadPlans(process.cwd(), 'sources')) {
    const known = remembering();
    const anew = told(read(sources, model));
    for (const _ of [1, 2]) {
      expect(told(read(sources, model, keyed, known), known)).toEqual(anew);
    }
    expect(known.made()).toBeGreaterThan(1);
    outcome(sources, known);
    expect(known.made()).toBe(0);
  }
});

const section = `---
sequence: "1.1"
---

# Section

## Recommendation

Do it, as [the other](1.2-c.md#a-heading) says. ![Hot days](days.png)

## Background

## Stakeholders

- Office (Organization; Performr)

## Indicators

- Share: target 40 % by 2020, baseline 10 % in 2024
`;
const other = section
  .replace('1.1', '1.2')
  .replace('## Background', '## Background\n\n### A heading\n\nText.');

test('what else goes into the findings of a section counts', () => {
  const known = remembering();
  const plan = (text = section, more = other) => planWith(text, { '1-a/1.2-c.md': more });
  const expectSame = (sources: PlanSources, options: Partial<CheckOptions> = {}) => {
    const found = outcome(sources, known, options);
    expect(found).toEqual(outcome(sources, undefined, options));
    return found.findings.map(({ rule }: { rule: string }) => rule);
  };
  const first = expectSame(plan());
  expect(first).toContain('empty-part');
  expect(first).not.toContain('broken-anchor');
  // A heading of another section, which this one links to.
  expect(expectSame(plan(section, other.replace('A heading', 'Another')))).toContain(
    'broken-anchor',
  );
  // A picture that is there now.
  const pictured = { ...plan(), others: new Map([['plan/1-a/days.png', 1]]) };
  expect(first).toContain('missing-image');
  expect(expectSame(pictured)).not.toContain('missing-image');
  // Levels, of a rule and in a folder; roles and register; the model.
  expect(expectSame(plan(), { levels: { 'empty-part': 'off' } })).not.toContain('empty-part');
  const folders = [{ folder: 'plan/1-a', levels: { 'empty-part': 'off' as const } }];
  expect(expectSame(plan(), { folders })).not.toContain('empty-part');
  expect(first).toContain('unknown-stakeholder-role');
  expect(expectSame(plan(), { roles: ['Performr'] })).not.toContain('unknown-stakeholder-role');
  expect(expectSame(plan(), { register: ['Agency'] })).toContain('stakeholder-not-in-register');
  const parts = model.parts.map((part) => ({ ...part, atLeast: 9 }));
  expect(expectSame(plan(), { model: { ...model, parts } })).toContain('too-few-items');
  // The plan's own date.
  const [head, ...rest] = plan().texts;
  if (head === undefined) expect.fail();
  const earlier = Buffer.from(head.bytes).toString().replace('2026', '2019');
  expect(first).toContain('target-date-past');
  const dated = { ...plan(), texts: [{ ...head, bytes: Buffer.from(earlier) }, ...rest] };
  expect(expectSame(dated)).not.toContain('target-date-past');
  // Comments that hold findings back.
  const comment = '## Background\n\n<!-- briefwright-ignore-section empty-part: in May -->\n';
  const held = plan(section.replace('## Background\n', comment));
  expect(expectSame(held)).not.toContain('empty-part');
  expect(expectSame(plan())).toEqual(first);
});
