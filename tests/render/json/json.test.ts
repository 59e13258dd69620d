/** The JSON edition, against its published schema. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { loadPlans } from '../../../pipeline/build/load.ts';
import type { ResolvedPlan } from '../../../pipeline/model/resolved.ts';
import { importStratml } from '../../../pipeline/read/import/stratml/stratml.ts';
import { jsonEdition } from '../../../pipeline/render/json/edition.ts';
import { planJsonSchema } from '../../../pipeline/render/json/schema.ts';
import { editionContext } from '../../support/edition-context.ts';
import { harbour } from '../../support/harbour.ts';
import { smallPlan } from '../../support/small-plan.ts';
import { filesOf, resolvePlan } from '../../support/stratml.ts';

const published = readFileSync('docs/schemas/plan-1.json', 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(published));
const context = editionContext();

async function written(plan: ResolvedPlan): Promise<unknown> {
  const { artifacts } = await jsonEdition.render(plan, await context);
  return JSON.parse(new TextDecoder().decode(artifacts[0]?.bytes));
}

const stratml = readFileSync('tests/fixtures/stratml/harbour.xml', 'utf8');
const imported = () => resolvePlan(filesOf(importStratml({ path: 'harbour.xml', text: stratml })));

test('docs/schemas/plan-1.json says what the code says (npm run docs:schemas writes it)', () => {
  expect(JSON.parse(published)).toEqual(JSON.parse(planJsonSchema()));
  expect(JSON.parse(published).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

test.each([
  ['the small plan', () => smallPlan()],
  ['the harbour', () => harbour],
  ['a plan with results and relations', imported],
])('%s is valid', async (_, plan) => {
  const value = await written(plan());
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
});

test('the plans of this repository are valid', async () => {
  for (const sources of await loadPlans(process.cwd(), 'sources')) {
    const files = sources.texts.map(({ path, bytes }) => [
      path.slice(sources.folder.length + 1),
      new TextDecoder().decode(bytes),
    ]);
    validate(await written(resolvePlan(Object.fromEntries(files))));
    expect(validate.errors ?? [], sources.slug).toEqual([]);
  }
});

test('another value is not valid', () => {
  expect(validate({ briefwright: 1 })).toBe(false);
  expect(validate({})).toBe(false);
});

test('what it says', async () => {
  const value = `${JSON.stringify(await written(imported()), undefined, 2)}\n`;
  await expect(value).toMatchFileSnapshot('golden/harbour.json');
});
