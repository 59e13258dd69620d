/** Files that come and go while the command reads them, as when somebody checks out another branch. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { briefwright, project } from '../support/command.ts';

/** Takes sections and a whole goal away and puts them back, as fast as it can. */
const restless = `
cp -r sources/cool-city away
while true; do
  rm -rf sources/cool-city/1-people sources/cool-city/2-water/*.md
  cp -r away/1-people sources/cool-city/; cp away/2-water/*.md sources/cool-city/2-water/
done`;

test('the check tells of what it saw, and never of itself', { timeout: 120_000 }, async () => {
  const root = await project('cool-city');
  const changing = spawn('sh', ['-c', restless], { cwd: root, stdio: 'ignore' });
  try {
    for (let run = 0; run < 4; run += 1) {
      const { code, stdout, stderr } = await briefwright(root, ['check', '--reporter', 'concise']);
      expect([0, 1]).toContain(code);
      expect(
        stdout
          .split('\n')
          .filter((line) => line !== '')
          .join('\n'),
      ).toMatch(/^(?:sources\/cool-city.*|\d+ .*|No findings.*|\n)*$/u);
      expect(stderr).not.toMatch(/ENOENT|^\s+at /mu);
    }
  } finally {
    changing.kill('SIGKILL');
    await rm(root, { recursive: true, maxRetries: 20, retryDelay: 100 });
  }
});
