/** `build --timings FILE`: what each step took, as its published schema says. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildCommand } from '../../pipeline/cli/commands/build.ts';
import { timingsJsonSchema, timingsSchema } from '../../pipeline/cli/timings.ts';
import { planOf, projectWith, section, terminalIn } from '../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const plan = planOf(
  section('1.1: Heat alarm', '- People reached: target 90 % of the city by 2030'),
);

async function coolCity() {
  const project = await projectWith({ 'sources/cool.md': plan });
  remove = project.remove;
  return terminalIn(project.folder);
}

async function timingsIn(folder: string) {
  return timingsSchema.parse(JSON.parse(await readFile(path.join(folder, 'times.json'), 'utf8')));
}

test('each step that ran, in order, and why; then none', async () => {
  const terminal = await coolCity();
  const options = { to: 'html,json', timings: 'times.json' };
  await buildCommand([], options, process.cwd(), terminal);
  const first = await timingsIn(terminal.folder);
  expect(first.steps.map(({ plan: of, name, reason }) => [of, name, reason])).toEqual([
    ['cool', 'check', 'it was not made before'],
    ['cool', 'resolve', undefined],
    ['cool', 'html', 'it was not made before'],
    ['cool', 'json', 'it was not made before'],
    ['cool', 'publish', undefined],
  ]);
  expect(first.plans).toMatchObject([{ name: 'cool', made: ['html', 'json'] }]);
  const all = first.steps.reduce((sum, one) => sum + one.seconds, 0);
  expect(first.plans[0]?.seconds).toBeCloseTo(all);
  expect(first.seconds).toBeGreaterThanOrEqual(all);

  await buildCommand([], options, process.cwd(), terminal);
  const { steps, plans } = await timingsIn(terminal.folder);
  expect(steps).toEqual([]);
  expect(plans).toMatchObject([{ name: 'cool', made: [], words: first.plans[0]?.words }]);
});

test('a file that cannot be written', async () => {
  const terminal = await coolCity();
  await expect(
    buildCommand([], { to: 'json', timings: 'none/times.json' }, process.cwd(), terminal),
  ).rejects.toThrow('What the build took cannot be written to "none/times.json"');
});

test('docs/schemas/timings-1.json says what the code says (npm run docs:schemas writes it)', () => {
  const published = readFileSync('docs/schemas/timings-1.json', 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(timingsJsonSchema()));
});
