/** `briefwright verify` on finished files: what it says where, and how it ends. */
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { verifyCommand } from '../../../pipeline/cli/commands/verify.ts';
import { UsageError } from '../../../pipeline/model/errors.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { checkPageList } from '../../../pipeline/verify/page-list.ts';
import { samplePlan } from '../../render/pdf/sample.ts';
import { makeBook } from '../../support/book.ts';
import { browserForTests } from '../../support/browser.ts';
import { briefwright, project } from '../../support/command.ts';
import { editionContext } from '../../support/edition-context.ts';
import { harbour, harbourPages } from '../../support/harbour.ts';
import { projectWith, terminalIn } from '../../support/terminal.ts';

const { printer } = browserForTests();
let remove = async (): Promise<void> => {};

afterEach(async () => {
  await remove();
  remove = async () => {};
});

async function run(files: readonly string[], reporter: readonly string[], packageRoot: string) {
  const made = await projectWith({});
  remove = made.remove;
  const folder = path.join(made.folder, 'dist/sample');
  await mkdir(folder, { recursive: true });
  const { artifacts } = await pdfEdition.render(
    samplePlan(),
    await editionContext('en', { printer }),
  );
  await writeFile(path.join(folder, 'sample.pdf'), artifacts[0]?.bytes ?? '');
  await writeFile(path.join(folder, 'sample.epub'), await makeBook(harbour, harbourPages));
  await writeFile(path.join(made.folder, 'broken.pdf'), '%PDF-1.7');
  const terminal = terminalIn(made.folder);
  const code = await verifyCommand(files, { reporter }, packageRoot, terminal);
  return { code, stdout: terminal.stdout(), stderr: terminal.stderr() };
}

test('all that is published is verified, and what was not looked at is named', async () => {
  const bare = await projectWith({});
  await copyFile('package.json', path.join(bare.folder, 'package.json'));
  const { code, stdout, stderr } = await run([], ['pretty'], bare.folder);
  await bare.remove();
  expect(stdout).toBe('No findings in 2 files.\n');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^dist\/sample\/sample\.epub\n {2}checked +EPUBCheck \d/u);
  expect(stderr).toContain('not checked  Ace by DAISY');
  expect(stderr).toMatch(
    /dist\/sample\/sample\.pdf\n {2}checked +briefwright \d+ rules of PDF\/UA-1/u,
  );
});

test('a file that fails is told in the form that is asked for', async () => {
  const { code, stdout } = await run(['broken.pdf'], ['concise'], process.cwd());
  expect(stdout).toMatch(
    /^broken\.pdf:1:1 error The file cannot be read as a PDF: .* pdf-ua\/unreadable\n$/u,
  );
  expect(code).toBe(1);
});

test.each([
  ['notes.txt', /neither a PDF nor an EPUB/u],
  ['gone.pdf', /There is no file "gone\.pdf"/u],
])('%s is wrong usage', async (file, message) => {
  const promise = run([file], [], process.cwd());
  await expect(promise).rejects.toThrow(UsageError);
  await expect(promise).rejects.toThrow(message);
});

/** A project as a build leaves it, copied for each test. */
async function published(): Promise<string> {
  built ??= buildOnce();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'briefwright-verify-'));
  await cp(await built, folder, { recursive: true });
  remove = () => rm(folder, { recursive: true });
  return folder;
}

let built: Promise<string> | undefined;

async function buildOnce(): Promise<string> {
  const root = await project('nato2020');
  expect(await briefwright(root, ['build', '--to', 'pdf,html,epub'])).toMatchObject({ code: 0 });
  return root;
}

afterAll(async () => {
  if (built) await rm(await built, { recursive: true });
});

const conformanceFile = z.object({
  editions: z.array(
    z.object({
      edition: z.string(),
      checked: z.array(z.object({ name: z.string(), version: z.string(), passed: z.boolean() })),
      notChecked: z.array(z.object({ name: z.string(), why: z.string() })),
    }),
  ),
});

test('a plan gets a report: each edition, what looked at it, what passed and what did not', async () => {
  const folder = await published();
  const terminal = terminalIn(folder);
  expect(await verifyCommand(['dist'], { reporter: ['concise'] }, process.cwd(), terminal)).toBe(0);
  const text = await readFile(path.join(folder, 'dist/nato2020/conformance.json'), 'utf8');
  const { editions } = conformanceFile.parse(JSON.parse(text));
  expect(editions.map(({ edition }) => edition)).toEqual(['pdf', 'html', 'epub']);
  expect(
    editions.flatMap(({ checked }) => checked.map(({ name, passed }) => `${name} ${passed}`)),
  ).toEqual(expect.arrayContaining(['axe-core true', 'EPUBCheck true', 'Ace by DAISY true']));
  const html = await readFile(path.join(folder, 'dist/nato2020/conformance.html'), 'utf8');
  expect(html).toContain('Passed');
  expect(html).not.toContain('Failed');
  // The same files give the same report.
  await verifyCommand(['dist/nato2020'], {}, process.cwd(), terminalIn(folder));
  expect(await readFile(path.join(folder, 'dist/nato2020/conformance.json'), 'utf8')).toBe(text);
});

test('what is wrong in a site is found, and said not to have passed', async () => {
  const folder = await published();
  const page = path.join(folder, 'dist/nato2020/index.html');
  const text = await readFile(page, 'utf8');
  await writeFile(
    page,
    text.replace(
      '</main>',
      '<a href="gone.html">x</a><a href="#gone">y</a><img src="404.html"></main>',
    ),
  );
  const terminal = terminalIn(folder);
  expect(await verifyCommand([], { reporter: ['concise'] }, process.cwd(), terminal)).toBe(1);
  expect(terminal.stdout()).toMatch(
    /dist\/nato2020\/index\.html:\d+:\d+ error .*site\/broken-link/u,
  );
  expect(terminal.stdout()).toContain('site/broken-anchor');
  expect(terminal.stdout()).toContain('axe/image-alt');
  const html = await readFile(path.join(folder, 'dist/nato2020/conformance.html'), 'utf8');
  expect(html).toMatch(/Failed: \d errors?/u);
});

test('a book whose pages are not those of the print is found', async () => {
  const folder = path.join(await published(), 'dist/nato2020');
  const print = { path: 'x.pdf', bytes: await readFile(path.join(folder, 'nato2020.pdf')) };
  const book = { path: 'x.epub', bytes: await readFile(path.join(folder, 'nato2020.epub')) };
  expect((await checkPageList(book, print)).findings).toEqual([]);
  const pages = harbourPages.pages.map(({ label }) => ({ label: label && `9${label}` }));
  const other = { path: 'x.epub', bytes: await makeBook(harbour, { ...harbourPages, pages }) };
  const { findings } = await checkPageList(other, print);
  expect(findings.map(({ rule }) => rule)).toEqual(['pages/other-than-print']);
});

test('what was changed or has gone since the build is found', async () => {
  const folder = await published();
  await rm(path.join(folder, 'dist/nato2020/nato2020.pdf'));
  await rm(path.join(folder, 'dist/nato2020/stakeholders.html'));
  await writeFile(path.join(folder, 'dist/nato2020/nato2020.epub'), 'not a book');
  const terminal = terminalIn(folder);
  expect(await verifyCommand([], { reporter: ['concise'] }, process.cwd(), terminal)).toBe(1);
  const found = terminal.stdout();
  expect(found).toContain('dist/nato2020/nato2020.pdf is not there. manifest/missing');
  expect(found).toContain('dist/nato2020/stakeholders.html is not there. manifest/missing');
  expect(found).toContain('dist/nato2020/nato2020.epub is not what was built. manifest/changed');
  expect(terminal.stderr()).toContain(
    'not checked  Everything else: Files of the edition are missing.',
  );
});

test('a folder without anything to verify is wrong usage', async () => {
  const empty = await projectWith({ 'notes/x.txt': '' });
  remove = empty.remove;
  await expect(
    verifyCommand(['notes'], {}, process.cwd(), terminalIn(empty.folder)),
  ).rejects.toThrow(/nothing to verify in notes/u);
});
