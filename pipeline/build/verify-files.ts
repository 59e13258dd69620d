/** `briefwright verify`: finished files through every checker there is for their kind. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import { type EpubTools, verifyEpub } from '../verify/epub/verify-epub.ts';
import { verifyPdf } from '../verify/pdf/verify-pdf.ts';
import type { Verdict } from '../verify/verdict.ts';

/** A file as it was named, and what was found. */
export interface VerifiedFile {
  readonly path: string;
  readonly verdict: Verdict;
}

type Verify = (
  file: { readonly path: string; readonly bytes: Uint8Array },
  tools: EpubTools,
) => Promise<Verdict>;

/** By the file name's ending. */
const verifiers: Readonly<Record<string, Verify>> = {
  '.pdf': (file) => verifyPdf(file),
  '.epub': verifyEpub,
};

/** The files named, or every PDF and EPUB in `dist/`. Raises `UsageError` where one is not there or of no kind we know. */
export async function filesToVerify(
  root: string,
  named: readonly string[],
): Promise<readonly string[]> {
  const files = named.length > 0 ? named : await published(root);
  for (const file of files) verifierOf(file);
  return files;
}

/** Verifies one file. Raises `UsageError` where it cannot be read. */
export async function verifyFile(
  root: string,
  file: string,
  tools: EpubTools,
): Promise<VerifiedFile> {
  const verify = verifierOf(file);
  const bytes = await readFile(path.resolve(root, file)).catch(() => {
    throw new UsageError(`There is no file "${file}".`, 'Name a PDF or an EPUB, or build first.');
  });
  return { path: file, verdict: await verify({ path: file, bytes }, tools) };
}

function verifierOf(file: string): Verify {
  const verify = verifiers[path.extname(file).toLowerCase()];
  if (verify) return verify;
  throw new UsageError(
    `"${file}" is neither a PDF nor an EPUB.`,
    'Name a file that ends in .pdf or .epub, or none: then all in dist/ are verified.',
  );
}

async function published(root: string): Promise<readonly string[]> {
  const dist = path.join(root, 'dist');
  const names = await readdir(dist, { recursive: true }).catch(() => []);
  const files = names
    .filter((name) => verifiers[path.extname(name)])
    .map((name) => path.posix.join('dist', name.split(path.sep).join('/')))
    .sort();
  if (files.length > 0) return files;
  throw new UsageError(
    'There is nothing to verify: no PDF and no EPUB in dist/.',
    'briefwright build',
  );
}
