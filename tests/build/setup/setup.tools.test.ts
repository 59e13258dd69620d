/** Set-up on machines that have a browser, could have one, and cannot have one. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { requireBrowser } from '../../../pipeline/build/browser/find.ts';
import { type Machine, thisMachine } from '../../../pipeline/build/machine.ts';
import { setup } from '../../../pipeline/build/setup/setup.ts';
import { machine } from '../../support/machine.ts';

const packageRoot = process.cwd();
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A site for downloads on this machine. Returns its address. */
async function site(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

async function run(on: Machine, options: { tests: boolean }): Promise<readonly string[]> {
  const said: string[] = [];
  const search = { machine: on, packageRoot };
  await setup({ search, tests: options.tests, say: (line) => said.push(line) });
  return said;
}

const baseUrl = 'PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL';

test('where everything is there, set-up says what it found and changes nothing', async () => {
  const said = await run(thisMachine(), { tests: true });
  expect(said).toEqual([
    expect.stringMatching(/^Browser: \w+\/\d+\.\S+, .+ \(.+\)$/u),
    expect.stringMatching(/^Java: \d/u),
    expect.stringMatching(/^EPUBCheck: \d/u),
    expect.stringMatching(/^xmllint: \d/u),
    expect.stringMatching(/^poppler: \d/u),
  ]);
});

/** puppeteer offers a headless shell for this kind of machine, in an archive laid out like ours. */
const offered = process.platform === 'linux' && process.arch === 'x64';

test.runIf(offered)(
  'a browser is downloaded where a site has it, and used from then on',
  async () => {
    const real = await requireBrowser({ machine: thisMachine(), packageRoot });
    // What the site offers is a door to the browser that this machine has.
    const archive = zipSync({
      'chrome-headless-shell-linux64/chrome-headless-shell': [
        strToU8(`#!/bin/sh\nexec ${real.path} "$@"\n`),
        { os: 3, attrs: 0o100755 << 16 },
      ],
    });
    const asked: string[] = [];
    const address = await site((request, response) => {
      asked.push(`${request.method} ${path.basename(request.url ?? '')}`);
      response.end(archive);
    });
    const cache = await mkdtemp(path.join(os.tmpdir(), 'cache-'));
    const here = thisMachine();
    const on: Machine = {
      ...here,
      env: { PATH: '', PUPPETEER_CACHE_DIR: cache, [baseUrl]: address },
      runs: (file) => file.startsWith(cache) && here.runs(file),
    };
    const said = await run(on, { tests: false });
    expect(said.slice(0, 2)).toEqual([
      'No browser was found. Getting one.',
      '$ npx puppeteer browsers install chrome-headless-shell',
    ]);
    expect(said[2]).toMatch(/^Browser: .+ \(puppeteer’s cache\)$/u);
    expect(asked).toEqual([
      'HEAD chrome-headless-shell-linux64.zip',
      'GET chrome-headless-shell-linux64.zip',
    ]);
    expect(await run(on, { tests: false })).toEqual([said[2]]);
    expect(asked).toHaveLength(2);
    await rm(cache, { recursive: true });
  },
);

test.each([
  [
    'a Debian of somebody’s',
    { apt: 'debian' } as const,
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium-headless-shell',
  ],
  [
    'an Ubuntu as root, which has no such package',
    { apt: 'ubuntu', root: true } as const,
    'npx puppeteer browsers install chrome-headless-shell',
  ],
  [
    'a Mac',
    { platform: 'darwin' } as const,
    'npx puppeteer browsers install chrome-headless-shell',
  ],
])('%s that reaches no site: the line to type', async (_name, change, help) => {
  const on = machine({ ...change, env: { PATH: '', [baseUrl]: 'http://127.0.0.1:9' } });
  await expect(run(on, { tests: false })).rejects.toMatchObject({
    name: 'ToolError',
    message: 'There is no browser to print with.',
    help,
  });
});

test('a site that never answers is given up', async () => {
  const address = await site(() => undefined);
  const on = machine({ env: { PATH: '', [baseUrl]: address } });
  await expect(run(on, { tests: false })).rejects.toMatchObject({ name: 'ToolError' });
});

test('a browser that someone chose and that does not start is not replaced', async () => {
  const on: Machine = { ...thisMachine(), env: { BRIEFWRIGHT_BROWSER: '/bin/false' } };
  await expect(run(on, { tests: false })).rejects.toMatchObject({
    name: 'ToolError',
    message: 'The browser /bin/false does not start.',
    help: 'unset BRIEFWRIGHT_BROWSER && briefwright setup',
  });
});

test('tools that are missing and cannot be got: what they are for, and one line for all', async () => {
  const here = thisMachine();
  const browser = await requireBrowser({ machine: here, packageRoot });
  const on = machine({
    env: { BRIEFWRIGHT_BROWSER: browser.path },
    root: here.root,
    runs: (file) => file === browser.path,
  });
  await expect(run(on, { tests: true })).rejects.toMatchObject({
    name: 'ToolError',
    message:
      'The tests need Java (to run EPUBCheck), EPUBCheck (to check EPUBs), xmllint (to check XML in tests), poppler (to read PDFs in tests).',
    help: 'Install with your system’s package manager: default-jre-headless, epubcheck, libxml2-utils, poppler-utils',
  });
});
