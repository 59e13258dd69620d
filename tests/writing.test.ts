/** What docs/writing.md shows is so. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../pipeline/check/check.ts';
import { defaultContentModel as model } from '../pipeline/model/content-model.ts';
import { nodeSchema, planSchema } from '../pipeline/read/front-matter-schema.ts';
import { readPlan } from './support/read.ts';
import { part, resolvePlan } from './support/resolve.ts';

const text = readFileSync('docs/writing.md', 'utf8');
const [, section = ''] = /```markdown\n(---.*?)```/su.exec(text) ?? [];

const files = {
  'plan.md': '---\ntitle: Harbour\nlang: en\ndate: 2026-03-02\n---\n\n# Harbour\n\nAbout.\n',
  '1-water/goal.md': '---\nsequence: "1"\n---\n\n# Water\n\nAbout.\n',
  '1-water/1.1-quay.md': section,
  '1-water/1.2-budget.md': section
    .replace('"1.1"', '"1.2"')
    .replace('# Raise the quay', '# The budget'),
  'images/quay.png': 'a picture',
};

test('its section has nothing wrong', () => {
  expect(check(readPlan(files), { model }).findings).toEqual([]);
});

describe('its section is read as it says', () => {
  const plan = resolvePlan(files);

  test('a table and a picture with their captions', () => {
    expect(plan.tables[0]?.caption).toBe('Days under water');
    expect(plan.figures[0]?.caption).toBe('The quay on 3 January 2024');
  });

  test('stakeholders and the results of an indicator', () => {
    expect(part(plan, 'stakeholders').stakeholders).toMatchObject([
      { name: 'Port Authority', kind: 'Organization', roles: ['Performer'] },
      { name: 'Shopkeepers on the quay', kind: 'Generic_Group', roles: ['Beneficiary'] },
    ]);
    expect(part(plan, 'indicators').indicators).toMatchObject([
      { name: 'Days under water', unit: 'days', results: [{}, {}, {}] },
    ]);
  });
});

test('it names every key of front matter', () => {
  const keys = new Set([...text.matchAll(/`([a-z]+)`/giu)].map(([, key]) => key));
  for (const key of Object.keys({ ...planSchema.shape, ...nodeSchema.shape })) {
    expect.soft(keys, key).toContain(key);
  }
});
