/** The doctor on this machine, and on one that has nothing. */
import { expect, test } from 'vitest';
import { diagnose, isWell, nodeCheck } from '../../pipeline/build/doctor.ts';
import { thisMachine } from '../../pipeline/build/machine.ts';
import { machine } from '../support/machine.ts';

test('this machine, where the tests run, has everything', async () => {
  const report = await diagnose({ machine: thisMachine(), packageRoot: process.cwd() });
  expect(report.checks.map((check) => `${check.name} ${check.state}`)).toEqual([
    'Node ok',
    'Browser ok',
    'Fonts ok',
    'Java ok',
    'EPUBCheck ok',
    'xmllint ok',
    'poppler ok',
    'Ace ok',
  ]);
  expect(isWell(report)).toBe(true);
});

test('a Debian with nothing: each thing with the line that gets it', async () => {
  const bare = machine({ apt: 'debian', root: true, home: '/nowhere' });
  const report = await diagnose({ machine: bare, packageRoot: process.cwd() });
  const line = 'apt-get update && apt-get install -y --no-install-recommends';
  expect(report.checks.filter((check) => check.help)).toEqual([
    {
      name: 'Browser',
      state: 'missing',
      found: 'none to print with',
      help: `${line} chromium-headless-shell`,
    },
    {
      name: 'Java',
      state: 'optional',
      found: 'not found; to run EPUBCheck',
      help: `${line} default-jre-headless`,
    },
    {
      name: 'EPUBCheck',
      state: 'optional',
      found: 'not found; to check EPUBs',
      help: `${line} epubcheck`,
    },
    {
      name: 'xmllint',
      state: 'optional',
      found: 'not found; to check XML in tests',
      help: `${line} libxml2-utils`,
    },
    {
      name: 'poppler',
      state: 'optional',
      found: 'not found; to read PDFs in tests',
      help: `${line} poppler-utils`,
    },
  ]);
  expect(isWell(report)).toBe(false);
});

test('a browser that does not start is told with what can be done', async () => {
  const ill = machine({
    env: { CHROME_PATH: '/bin/false' },
    runs: (file) => file === '/bin/false',
  });
  const report = await diagnose({ machine: ill, packageRoot: process.cwd() });
  expect(report.checks.find((check) => check.name === 'Browser')).toEqual({
    name: 'Browser',
    state: 'broken',
    found: 'The browser /bin/false does not start.',
    help: 'briefwright setup',
  });
});

test.each([
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
  ['20.18.9', 'broken'],
  ['18.20.0', 'broken'],
])('Node %s is %s', (version, state) => {
  expect(nodeCheck(version, '>=20.19').state).toBe(state);
});
