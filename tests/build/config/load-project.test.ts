/** A project's config in its four forms: what it gives, and where it says what is wrong with it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { configSchema } from '../../../pipeline/build/config/config-schema.ts';
import { configJsonSchema } from '../../../pipeline/build/config/json-schema.ts';
import { loadProject } from '../../../pipeline/build/config/load-project.ts';
import { printConfig } from '../../../pipeline/build/config/print-config.ts';
import type { BriefwrightConfig, ConfigPart } from '../../../pipeline/model/config.ts';
import { defaultContentModel, modelIn } from '../../../pipeline/model/content-model.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'config-'));
});

afterEach(() => rm(root, { recursive: true }));

async function load(ending: string, text: string) {
  await writeFile(path.join(root, `briefwright.config.${ending}`), text);
  return loadProject(root);
}

/** Each finding as `line:column rule message`. */
async function wrong(ending: string, text: string) {
  const { findings } = await load(ending, text);
  return findings.map(
    ({ place: { start }, rule, message }) => `${start.line}:${start.column} ${rule} ${message}`,
  );
}

test('without a config a project has the four parts', async () => {
  const project = await loadProject(root);
  expect(project).toMatchObject({ source: undefined, findings: [], model: defaultContentModel });
  expect(project.config.sources).toEqual(['sources']);
});

const forms = {
  yaml: 'parts:\n  - heading: Finding\n  - heading: Due\n    required: false\n',
  json: '{"parts": [{"heading": "Finding"}, {"heading": "Due", "required": false}]}',
  js: 'export default { parts: [{ heading: "Finding" }, { heading: "Due", required: false }] };',
  ts: 'import { defineConfig } from "briefwright";\nconst due = "Due" as const;\nexport default defineConfig({ parts: [{ heading: "Finding" }, { heading: due, required: false }] });',
};

test.each(Object.entries(forms))('parts from briefwright.config.%s', async (ending, text) => {
  const { model, findings } = await load(ending, text);
  expect(findings).toEqual([]);
  expect(model.parts).toMatchObject([
    { id: 'finding', heading: 'Finding', required: true, lead: true, content: 'prose' },
    { id: 'due', heading: 'Due', required: false, lead: false },
  ]);
});

test('headings by language become those of the plan, and all of them are known', async () => {
  const { model } = await load('yaml', 'parts:\n  - heading: { en: Finding, fr: Constat }\n');
  expect(model.parts[0]).toMatchObject({ heading: 'Finding', aliases: ['Constat'] });
  expect(modelIn(model, 'fr-CA').parts[0]).toMatchObject({ heading: 'Constat' });
});

test.each([
  ['yaml', 'parts:\n  - heading: Finding\n    atLeast: two\n', '3:14'],
  ['json', '{\n  "parts": [\n    {"heading": "Finding", "atLeast": "two"}\n  ]\n}', '3:39'],
  [
    'ts',
    'const parts = [{ heading: "Finding", atLeast: "two" }];\nexport default { parts } as unknown;',
    '1:47',
  ],
])('a wrong value is shown where it stands: %s', async (ending, text, place) => {
  expect(await wrong(ending, text)).toEqual([
    `${place} invalid-config The config’s "parts[0].atLeast" is wrong: expected a whole number.`,
  ]);
});

test.each([
  ['yaml', 'rules:\n  missing-part: error\nsource: plans\n', '3:1'],
  ['js', 'export default {\n  "source": "plans",\n};', '2:3'],
])('an unknown key is shown where it stands: %s', async (ending, text, place) => {
  expect(await wrong(ending, text)).toEqual([
    `${place} unknown-config-key The config has an unknown key "source".`,
  ]);
});

test('hostile and broken configs are findings with a place', async () => {
  expect(await wrong('yaml', 'parts: [')).toMatchObject([expect.stringMatching(/^1:9 invalid/u)]);
  expect(await wrong('yaml', '- a\n')).toEqual([
    '1:1 invalid-config The config cannot be read: Invalid input: expected object, received array.',
  ]);
  const bomb = `a: &a [${'x, '.repeat(40)}]\n${[...'bcdefg'].map((key, at) => `${key}: &${key} [${`*${'abcdef'[at]}, `.repeat(40)}]\n`).join('')}`;
  expect((await wrong('yaml', bomb)).length).toBeGreaterThan(0);
});

test.each([
  ['ts', 'export default {\n  parts: [}\n};', '2:11', 'Unexpected token.'],
  ['js', '\nthrow new Error("no");', '1:1', 'It could not be run: no.'],
  ['ts', 'export const a = 1;\nexport default nothing;', '2:1', 'nothing is not defined.'],
])('code that cannot be run, in %s', async (ending, text, place, reason) => {
  const [said] = await wrong(ending, text);
  expect(said?.startsWith(`${place} invalid-config The config cannot be read: `)).toBe(true);
  expect(said?.endsWith(reason)).toBe(true);
});

test('what no schema knows: rules, headings that mean two parts, coverage of no part', async () => {
  const text = [
    'rules: { mising-part: warning }',
    'folders: { old: { empty-parts: off } }',
    'parts:',
    '  - heading: Finding',
    '  - heading: Evidence',
    '    aliases: ["finding:"]',
    'minCoverage: { findings: 80 }',
  ].join('\n');
  expect(await wrong('yaml', text)).toEqual([
    '1:10 unknown-config-key The config names a rule that does not exist: "rules.mising-part".',
    '2:19 unknown-config-key The config names a rule that does not exist: "folders.old.empty-parts".',
    '5:5 invalid-config The config’s "parts[1]" is wrong: The heading "finding" is that of parts[0] already.',
    '7:16 unknown-config-key The config names a part that does not exist: "minCoverage.findings".',
  ]);
});

test('a config that is named and not there is a wrong use of the command', async () => {
  await expect(loadProject(root, 'none.yaml')).rejects.toMatchObject({ name: 'UsageError' });
});

test('the printed config is a config that says the same', async () => {
  const text = printConfig(
    await load('yaml', 'parts: [{heading: {en: A, fr: B}, severity: info}]'),
  );
  await rm(path.join(root, 'briefwright.config.yaml'));
  expect(printConfig(await load('json', text))).toBe(text);
});

test('docs/schemas/config-1.json says what the code says (npm run docs:schemas writes it)', async () => {
  const written = await readFile('docs/schemas/config-1.json', 'utf8');
  expect(JSON.parse(written)).toEqual(JSON.parse(configJsonSchema()));
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(configJsonSchema()));
  expect(validate(JSON.parse(printConfig(await loadProject(root))))).toBe(true);
  expect(validate({ parts: [{ heading: 'Finding', atLeast: 'two' }] })).toBe(false);
});

test('the published type is what the schema takes', () => {
  type Taken = z.input<typeof configSchema>;
  expectTypeOf<keyof BriefwrightConfig>().toEqualTypeOf<keyof Taken>();
  expectTypeOf<keyof ConfigPart>().toEqualTypeOf<keyof NonNullable<Taken['parts']>[number]>();
  expectTypeOf<keyof NonNullable<BriefwrightConfig['stakeholders']>>().toEqualTypeOf<
    keyof NonNullable<Taken['stakeholders']>
  >();
});
