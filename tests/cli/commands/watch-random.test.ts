/** `briefwright watch`: after whatever was edited while it ran, there stands what a build from nothing makes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchBuild } from '../../../pipeline/cli/commands/watch-build.ts';
import { contentsOf } from '../../support/command.ts';
import { buildClean, dice, editAtRandom, writeProject } from '../../support/edits.ts';
import { terminalIn } from '../../support/terminal.ts';

test('edits at random, at random moments', { timeout: 300_000 }, async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'briefwright watched '));
  await writeProject(root);
  const terminal = terminalIn(root);
  const stop = new AbortController();
  const options = { to: 'html,json', draft: true };
  const ended = watchBuild([], options, process.cwd(), terminal, stop.signal);
  /** Nothing more is told, for longer than changes take to be noticed. */
  const quiet = async () => {
    for (let told = ''; told !== terminal.stderr() || !told.endsWith('for changes.\n'); ) {
      told = terminal.stderr();
      await pause(500);
    }
  };
  const place = { root, roll: dice(11), earlier: [] };
  const done: string[] = [];
  for (let round = 0; round < 3; round++) {
    for (let edit = 0; edit < 5; edit++) {
      done.push(await editAtRandom(place));
      // Before the build, amid it, or behind it.
      await pause(place.roll(700));
    }
    // A project that can be built, in the end.
    await writeFile(path.join(root, 'briefwright.config.yaml'), '{}');
    await quiet();
    const { dist } = await buildClean(root, `${root} clean`, ['html', 'json']);
    expect(await contentsOf(path.join(root, 'dist')), done.join('\n')).toEqual(dist);
  }
  stop.abort();
  await ended;
  await rm(root, { recursive: true });
  await rm(`${root} clean`, { recursive: true });
});
