/** `briefwright verify` on finished files: what it says where, and how it ends. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyCommand } from '../../../pipeline/cli/commands/verify.ts';
import { UsageError } from '../../../pipeline/model/errors.ts';
import { pdfEdition } from '../../../pipeline/render/pdf/edition.ts';
import { samplePlan } from '../../render/pdf/sample.ts';
import { makeBook } from '../../support/book.ts';
import { browserForTests } from '../../support/browser.ts';
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
  const project = await projectWith({});
  remove = project.remove;
  const folder = path.join(project.folder, 'dist/sample');
  await mkdir(folder, { recursive: true });
  const { artifacts } = await pdfEdition.render(
    samplePlan(),
    await editionContext('en', { printer }),
  );
  await writeFile(path.join(folder, 'sample.pdf'), artifacts[0]?.bytes ?? '');
  await writeFile(path.join(folder, 'sample.epub'), await makeBook(harbour, harbourPages));
  await writeFile(path.join(project.folder, 'broken.pdf'), '%PDF-1.7');
  const terminal = terminalIn(project.folder);
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
