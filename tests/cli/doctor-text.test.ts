/** What `briefwright doctor` shows. */
import { expect, test } from 'vitest';
import { doctorText } from '../../pipeline/cli/doctor-text.ts';

test('a machine that has everything', async () => {
  const text = doctorText({
    version: '0.1.0',
    system: 'linux x64',
    checks: [
      { name: 'Node', state: 'ok', found: '20.20.2' },
      {
        name: 'Browser',
        state: 'ok',
        found: 'HeadlessChrome/156.0.8078.79, /usr/bin/chromium-headless-shell (PATH)',
      },
      { name: 'Fonts', state: 'ok', found: 'Source Serif 4, Source Sans 3 (9 files)' },
      { name: 'Java', state: 'ok', found: '17.0.15, /usr/bin/java' },
    ],
  });
  await expect(text).toMatchFileSnapshot('golden/doctor-well.txt');
});

test('a machine that lacks things', async () => {
  const text = doctorText({
    version: '0.1.0',
    system: 'linux x64',
    checks: [
      {
        name: 'Node',
        state: 'broken',
        found: '18.20.0 is too old',
        help: 'Install Node 20.19 or later',
      },
      {
        name: 'Browser',
        state: 'missing',
        found: 'none to print with',
        help: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium-headless-shell',
      },
      { name: 'Fonts', state: 'ok', found: 'Source Serif 4, Source Sans 3 (9 files)' },
      {
        name: 'EPUBCheck',
        state: 'optional',
        found: 'not found; to check EPUBs',
        help: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends epubcheck',
      },
    ],
  });
  await expect(text).toMatchFileSnapshot('golden/doctor-ill.txt');
});
