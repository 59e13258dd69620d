/** Where a browser is looked for, and in which order: machines as values. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findBrowser, requireBrowser } from '../../../pipeline/build/browser/find.ts';
import type { Machine } from '../../../pipeline/build/machine.ts';
import { machine as anyMachine } from '../../support/machine.ts';

/** A Linux machine with these programs and nothing else. */
function machine(programs: readonly string[], change: Partial<Machine> = {}): Machine {
  return anyMachine({ runs: (file) => programs.includes(file), ...change });
}

function find(on: Machine, wanted?: string) {
  return findBrowser({ machine: on, wanted, packageRoot: '/nowhere' });
}

test('each place gives way to the one before it', async () => {
  const env = {
    PATH: '/usr/bin',
    BRIEFWRIGHT_BROWSER: '/ours',
    PUPPETEER_EXECUTABLE_PATH: '/puppeteers',
    CHROME_PATH: '/chromes',
  };
  const all = [
    '/wanted',
    '/ours',
    '/puppeteers',
    '/chromes',
    '/usr/bin/chromium',
    '/snap/bin/chromium',
  ];
  const { BRIEFWRIGHT_BROWSER: _1, ...withoutOurs } = env;
  const { PUPPETEER_EXECUTABLE_PATH: _2, ...withoutPuppeteers } = withoutOurs;
  expect([
    await find(machine(all, { env }), '/wanted'),
    await find(machine(all, { env })),
    await find(machine(all, { env: withoutOurs })),
    await find(machine(all, { env: withoutPuppeteers })),
    await find(machine(all, { env: { PATH: '/usr/bin' } })),
    await find(machine(all, { env: { PATH: '' } })),
    await find(machine([], { env: { PATH: '' } })),
  ]).toEqual([
    { path: '/wanted', source: '--browser' },
    { path: '/ours', source: 'BRIEFWRIGHT_BROWSER' },
    { path: '/puppeteers', source: 'PUPPETEER_EXECUTABLE_PATH' },
    { path: '/chromes', source: 'CHROME_PATH' },
    { path: '/usr/bin/chromium', source: 'PATH' },
    { path: '/usr/bin/chromium', source: 'a place known for this system' },
    undefined,
  ]);
});

test('on PATH a headless shell comes before Chrome, and Chrome before Chromium', async () => {
  const names = ['chromium', 'google-chrome-stable', 'chromium-headless-shell'];
  const found: unknown[] = [];
  for (let count = 1; count <= names.length; count++) {
    const programs = names.slice(0, count).map((name) => `/usr/bin/${name}`);
    found.push((await find(machine(programs)))?.path);
  }
  expect(found).toEqual([
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium-headless-shell',
  ]);
});

test('the folder that one stands in is never searched, whatever PATH says', async () => {
  const env = { PATH: '.::bin' };
  expect(await find(machine(['./chromium', 'bin/chromium', 'chromium'], { env }))).toBeUndefined();
});

test('the places of macOS and Windows', async () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const own = '/Users/ana/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  const mac = { platform: 'darwin', env: {}, home: '/Users/ana' } as const;
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = {
    platform: 'win32',
    env: { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    home: 'C:\\Users\\ana',
  } as const;
  expect([
    (await find(machine([chrome, own], mac)))?.path,
    (await find(machine([own], mac)))?.path,
    (await find(machine([edge], windows)))?.path,
  ]).toEqual([chrome, own, edge]);
});

test('puppeteer’s cache: the newest shell, before a full Chrome', async () => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'cache-'));
  const add = async (kind: string, build: string) => {
    const folder = path.join(cache, kind, `linux-${build}`, `${kind}-linux64`);
    const program = path.join(folder, kind);
    await mkdir(folder, { recursive: true });
    await writeFile(program, '');
    await chmod(program, 0o755);
    return program;
  };
  await add('chrome', '150.0.1.1');
  await add('chrome-headless-shell', '148.0.7778.97');
  const newest = await add('chrome-headless-shell', '148.0.7778.101');
  const env = { PATH: '/usr/bin', PUPPETEER_CACHE_DIR: cache };
  const found = await find(machine([newest, '/usr/bin/chromium'], { env }));
  expect(found).toEqual({ path: newest, source: 'puppeteer’s cache' });
  await rm(cache, { recursive: true });
});

test('a browser that is named and not there is an error, even where another one is', async () => {
  const on = machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '/gone', PATH: '/usr/bin' } });
  await expect(find(on)).rejects.toMatchObject({
    name: 'ToolError',
    message: 'CHROME_PATH names the browser /gone, but no program is there.',
    help: 'unset CHROME_PATH && briefwright setup',
  });
});

test('no browser at all: the command that gets one', async () => {
  await expect(
    requireBrowser({ machine: machine([]), packageRoot: '/nowhere' }),
  ).rejects.toMatchObject({ name: 'ToolError', help: 'briefwright setup' });
});
