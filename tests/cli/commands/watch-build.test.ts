/** `briefwright watch`: what is saved is built; mistakes, deleted folders and many changes at once are survived. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { watchBuild } from '../../../pipeline/cli/commands/watch-build.ts';
import { planOf, projectWith, section, terminalIn } from '../../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

const target = '- People reached: target 90 % of the city by 2030';
const planWith = (name: string) => planOf(section(`1.1: ${name}`, target));

test('a save, a mistake, sources that go and come back', async () => {
  const project = await projectWith({ 'sources/cool.md': planWith('Heat alarm') });
  remove = project.remove;
  const at = (name: string) => path.join(project.folder, name);
  const terminal = terminalIn(project.folder);
  const stop = new AbortController();
  const ended = watchBuild([], { to: 'html,json' }, process.cwd(), terminal, stop.signal);
  const until = (told: RegExp) =>
    vi.waitFor(() => expect(terminal.stderr().trimEnd()).toMatch(told), { timeout: 60_000 });
  const published = () => readFile(at('dist/cool/cool.json'), 'utf8');

  await until(/s\nWaiting for changes\.$/u);
  expect(await published()).toContain('Heat alarm');
  await writeFile(at('sources/cool.md'), planWith('Rain alarm'));
  await until(/(?:s\nWaiting[\s\S]+){2}$/u);
  expect(await published()).toContain('Rain alarm');

  await writeFile(at('sources/cool.md'), '# Nothing yet\n\n## A goal\n\n### A section\n');
  await until(/Nothing was published\.[^\n]+\nWaiting for changes\.$/u);
  expect(await published()).toContain('Rain alarm');

  await rm(at('sources'), { recursive: true });
  await until(/error: There is no "sources"\.[\s\S]+Waiting for changes\.$/u);
  await mkdir(at('sources'));
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      writeFile(at(`sources/plan-${index}.md`), planWith(`Alarm ${index}`)),
    ),
  );
  // The folder that was watched is gone; the project's own is watched still.
  await writeFile(at('briefwright.config.yaml'), '{}');
  await until(/plan-49\/[^\n]+\n(?:the page above the plans\n)?Waiting for changes\.$/u);
  stop.abort();
  await ended;
});
