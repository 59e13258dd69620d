/** A build that is ended in the middle leaves in `dist/` what was there before, or all of the new. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, watch, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { briefwright, bundle, contentsOf, ended, project, start } from '../support/command.ts';

const build = ['build', '--to', 'html,epub'];

let root: string;
let earlier: Record<string, string>;
let later: Record<string, string>;
beforeAll(async () => {
  root = await project('nato2020');
  const folder = path.join(root, 'dist/nato2020');
  expect(await briefwright(root, build)).toMatchObject({ code: 0 });
  earlier = await contentsOf(folder);
  await cp(path.join(root, 'dist'), path.join(root, 'before'), { recursive: true });
  const file = path.join(root, 'sources/nato2020/3-partnerships/3.13-russia.md');
  await writeFile(
    file,
    `${await readFile(file, 'utf8')}\n<!-- edited -->\n`.replace('NATO', 'Nato'),
  );
  expect(await briefwright(root, build)).toMatchObject({ code: 0 });
  later = await contentsOf(folder);
  expect(later).not.toEqual(earlier);
});
afterAll(() => rm(root, { recursive: true }));

/** As after the earlier build. */
async function turnBack(): Promise<void> {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await cp(path.join(root, 'before'), path.join(root, 'dist'), { recursive: true });
}

/** Until the build begins to write. */
async function untilStaged(): Promise<void> {
  for await (const { filename } of watch(path.join(root, 'dist'))) {
    if (filename?.startsWith('.briefwright-new-')) return;
  }
}

async function expectWhole(): Promise<void> {
  const dist = path.join(root, 'dist');
  const away = (await readdir(dist)).find((name) => name.startsWith('.briefwright-old-'));
  const found = await contentsOf(path.join(dist, 'nato2020'));
  const standing = Object.keys(found).length === 0 && away ? path.join(dist, away) : dist;
  const contents = standing === dist ? found : await contentsOf(standing);
  expect([earlier, later]).toContainEqual(contents);
}

async function expectRightNextTime(): Promise<void> {
  expect(await briefwright(root, build)).toMatchObject({ code: 0 });
  expect(await contentsOf(path.join(root, 'dist/nato2020'))).toEqual(later);
  expect(await readdir(path.join(root, 'dist'))).toEqual(['nato2020']);
}

test.for([100, 400, 800, 1200, 1600])('killed after %i ms', async (milliseconds) => {
  await turnBack();
  const child = start(root, build);
  const end = ended(child);
  await wait(milliseconds);
  child.kill('SIGKILL');
  await end;
  await expectWhole();
  await expectRightNextTime();
});

test.for([0, 2, 5, 10, 20, 40])('killed %i ms after it began to write', async (milliseconds) => {
  await turnBack();
  const child = start(root, build);
  const end = ended(child);
  await untilStaged();
  await wait(milliseconds);
  child.kill('SIGKILL');
  await end;
  await expectWhole();
  await expectRightNextTime();
});

test('Ctrl-C', async () => {
  await turnBack();
  const child = start(root, build);
  const end = ended(child);
  await once(child, 'spawn');
  await wait(500);
  child.kill('SIGINT');
  expect((await end).code).toBe(130);
  expect(await contentsOf(path.join(root, 'dist/nato2020'))).toEqual(earlier);
});

test.for(['SIGTERM', 'SIGHUP'] as const)(
  'the preview leaves nothing behind at %s',
  async (signal) => {
    const places = path.join(root, 'temporary');
    await mkdir(places);
    const child = spawn(process.execPath, [bundle, 'preview'], {
      cwd: root,
      env: { ...process.env, TMPDIR: places },
    });
    const end = ended(child);
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text;
    });
    await vi.waitFor(() => expect(said).toContain('Built '), { timeout: 60_000 });
    expect(await readdir(places)).not.toEqual([]);
    child.kill(signal);
    expect((await end).code).toBe(130);
    expect(await readdir(places)).toEqual([]);
    await rm(places, { recursive: true });
  },
);

test('a disk that takes no more', async () => {
  await turnBack();
  const { code, stderr } = await briefwright(root, build, { limit: 100 });
  expect(stderr).toMatch(
    /nato2020 could not be written: the file is larger than this system allows\./u,
  );
  expect(stderr).toContain('What was published before is still there.');
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(3);
  expect(await contentsOf(path.join(root, 'dist/nato2020'))).toEqual(earlier);
  expect(await readdir(path.join(root, 'dist'))).toEqual(['nato2020']);
});

test('something that is no folder where dist should be', async () => {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await writeFile(path.join(root, 'dist'), 'mine');
  const { code, stderr } = await briefwright(root, build);
  expect(stderr).toContain('could not be written: something that is no folder is in the way.');
  expect(code).toBe(3);
  await rm(path.join(root, 'dist'));
  await mkdir(path.join(root, 'dist'));
});
