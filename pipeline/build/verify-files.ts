/** `briefwright verify`: finished files through every checker there is for their kind. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import { type EpubTools, verifyEpub } from '../verify/epub/verify-epub.ts';
import { verifyPdf } from '../verify/pdf/verify-pdf.ts';
import type { Verdict } from '../verify/verdict.ts';
import { type PublishedPlan, publishedPlans } from './verify-plan.ts';

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

/** What there is to verify: plans with all of their editions, and single files. */
export interface ToVerify {
  readonly plans: readonly PublishedPlan[];
  /** As they were named, or relative to the project. */
  readonly files: readonly string[];
}

/**
 * What the paths mean, or what is in `dist/`: in a folder, every published plan, and PDFs and EPUBs that belong to
 * none. Raises `UsageError` where a path is nothing that we know, or holds nothing.
 */
export async function toVerify(root: string, named: readonly string[]): Promise<ToVerify> {
  const found = await Promise.all(
    (named.length > 0 ? named : ['dist']).map(async (one): Promise<ToVerify> => {
      const folder = path.resolve(root, one);
      const isFolder = await stat(folder).then(
        (stats) => stats.isDirectory(),
        () => one === 'dist',
      );
      if (isFolder) return inFolder(root, folder);
      verifierOf(one);
      return { plans: [], files: [one] };
    }),
  );
  return {
    plans: found.flatMap(({ plans }) => plans),
    files: found.flatMap(({ files }) => files),
  };
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
    'Name a file that ends in .pdf or .epub, or a folder, or nothing: then all in dist/ is verified.',
  );
}

async function inFolder(root: string, folder: string): Promise<ToVerify> {
  const plans = await publishedPlans(folder);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names
    .filter((name) => verifiers[path.extname(name)])
    .map((name) => path.join(folder, name))
    .filter((file) => !plans.some((plan) => file.startsWith(plan.folder + path.sep)))
    .map((file) => shownPath(root, file))
    .sort();
  if (plans.length > 0 || files.length > 0) return { plans, files };
  throw new UsageError(
    `There is nothing to verify in ${shownPath(root, folder)}: no plan, no PDF and no EPUB.`,
    'briefwright build',
  );
}

/** A path as people read it: from the project, with `/`. */
export function shownPath(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
