/** `briefwright check --watch`: each change is seen, mistakes on the way are told and do no harm. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { watchCheck } from '../../../pipeline/cli/commands/watch-check.ts';
import { planOf, projectWith, section, terminalIn } from '../../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const target = '- People reached: target 90 % of the city by 2030';
const clean = planOf(section('1.1: Heat alarm', target));
const broken = planOf(section('1.1: Heat alarm', ''));

test('a change in a plan, in the config, a plan that goes', async () => {
  const project = await projectWith({ 'sources/cool.md': clean });
  remove = project.remove;
  const terminal = terminalIn(project.folder);
  const stop = new AbortController();
  const ended = watchCheck([], { reporter: ['concise'] }, process.cwd(), terminal, stop.signal);
  const until = (stdout: RegExp, stderr: RegExp) =>
    vi.waitFor(
      () => {
        expect(terminal.stdout()).toMatch(stdout);
        expect(terminal.stderr()).toMatch(stderr);
      },
      { timeout: 20_000 },
    );
  await until(/^$/u, /^Checking\.\nWaiting for changes\.\n$/u);
  await writeFile(path.join(project.folder, 'sources/cool.md'), broken);
  await until(/^[^\n]+ error [^\n]+ empty-part\n/u, /changes\.\nChecking\.\nWaiting[^\n]+\n$/u);
  await writeFile(
    path.join(project.folder, 'briefwright.config.yaml'),
    'rules: { empty-part: info }',
  );
  await until(/ info [^\n]+ empty-part\n$/u, /Waiting for changes\.\n$/u);
  await rm(path.join(project.folder, 'sources/cool.md'));
  await until(
    /empty-part\n$/u,
    /error: There is no plan in "sources"\.[\s\S]+Waiting for changes\.\n$/u,
  );
  stop.abort();
  await ended;
});

test('it mends nothing', async () => {
  await expect(watchCheck([], { fix: true }, process.cwd(), terminalIn('.'))).rejects.toMatchObject(
    { name: 'UsageError' },
  );
});
