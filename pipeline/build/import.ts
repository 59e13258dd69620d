/** Brings files into a plan's folder on disk: all that is imported at once, or nothing. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultContentModel } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import { UsageError } from '../model/errors.ts';
import { keptName } from '../model/kept-markdown.ts';
import { importAny, mostBytes, tooLarge } from '../read/import/any.ts';
import type { ImportedAsset, ImportNote } from '../read/import/imported.ts';
import { type PlacedFile, placeImports } from '../read/import/placement.ts';
import { read } from '../read/read.ts';
import { loadPlans } from './load.ts';

export interface ImportRequest {
  /** The project's folder; paths are shown relative to it. */
  readonly root: string;
  /** What to import, relative to the current folder or absolute. */
  readonly files: readonly string[];
  /** The plan's folder below `sources/`. */
  readonly slug: string;
  /** Overwrites files that an author may have changed. */
  readonly force: boolean;
  /** The address that the only file was taken from. */
  readonly url: string | undefined;
}

export interface ImportOutcome {
  /** Relative to the root, in the order they were written. */
  readonly written: readonly string[];
  /** Files that already said the same. */
  readonly unchanged: readonly string[];
  /** The files that could not be read as anything that is known. */
  readonly refused: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** Imports files. Raises `UsageError` where the request is wrong, or a file would be overwritten without `force`. */
export async function importFiles(request: ImportRequest): Promise<ImportOutcome> {
  const { root, files, slug, url } = request;
  checkRequest(request);
  const imported = await Promise.all(
    files.map(async (file) => {
      const shown = path.relative(root, path.resolve(file)).split(path.sep).join('/');
      const size = await sizeOf(file);
      if (size > mostBytes) return { shown, ...tooLarge(shown, size) };
      const kept = await readFile(keptName(file), 'utf8').catch(() => undefined);
      const raw = { path: shown, bytes: await readFile(file) };
      return { shown, ...(await importAny(raw, { url, kept })) };
    }),
  );
  const folder = `sources/${slug}`;
  const existing = await existingPlan(root, folder);
  const plans = imported.flatMap(({ plan }) => (plan === undefined ? [] : [plan]));
  const placement = placeImports(slug, existing, plans);
  const { fresh, unchanged, taken } = await compare(path.join(root, folder), placement.files);
  if (taken.length > 0 && !request.force) throw wouldOverwrite(folder, taken);
  await writeAll(path.join(root, folder), [...placement.assets, ...fresh]);
  return {
    written: [...fresh, ...placement.assets].map((file) => `${folder}/${file.path}`),
    unchanged: unchanged.map((file) => `${folder}/${file.path}`),
    refused: imported.filter(({ plan }) => plan === undefined).map(({ shown }) => shown),
    notes: [...imported.flatMap(({ notes }) => notes), ...placement.notes],
  };
}

function checkRequest({ files, slug, url }: ImportRequest): void {
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(slug)) {
    throw new UsageError(
      `"${slug}" cannot be a plan's folder.`,
      'Give --plan a name of letters, digits, dots and hyphens, such as --plan nato2020.',
    );
  }
  if (url !== undefined && files.length > 1) {
    throw new UsageError(
      '--url belongs to one file.',
      'Import the files one after another, each with its address.',
    );
  }
}

/** The size of a file in bytes, before it is opened. */
async function sizeOf(file: string): Promise<number> {
  const about = await stat(file).catch(() => undefined);
  if (about?.isFile() !== true) {
    throw new UsageError(
      `There is no file "${file}".`,
      'Name an outline page, a StratML file or a Word file.',
    );
  }
  return about.size;
}

/** The plan as it is, so that goals and sections are found again. */
async function existingPlan(root: string, folder: string): Promise<DraftPlan | undefined> {
  const about = await stat(path.join(root, folder)).catch(() => undefined);
  if (about === undefined) return undefined;
  const hasPlan = await stat(path.join(root, folder, 'plan.md')).catch(() => undefined);
  if (hasPlan === undefined) return undefined;
  const [sources] = await loadPlans(root, folder);
  if (sources === undefined) return undefined;
  const plan = read(sources, defaultContentModel);
  if (plan.goals.some((goal) => goal.source.path === plan.source.path)) {
    throw new UsageError(
      `${folder}/plan.md holds the whole plan, goals and sections too.`,
      'An import writes a file a section: move the goals into folders first, or import into a plan of another name.',
    );
  }
  return plan;
}

interface Compared {
  readonly fresh: PlacedFile[];
  readonly unchanged: PlacedFile[];
  /** Among the fresh ones: those in whose place something else stands. */
  readonly taken: PlacedFile[];
}

async function compare(folder: string, files: readonly PlacedFile[]): Promise<Compared> {
  const found: Compared = { fresh: [], unchanged: [], taken: [] };
  for (const file of files) {
    const before = await readFile(path.join(folder, file.path), 'utf8').catch(() => undefined);
    if (before === file.text) found.unchanged.push(file);
    else found.fresh.push(file);
    if (before !== undefined && before !== file.text && before !== file.bare)
      found.taken.push(file);
  }
  return found;
}

function wouldOverwrite(folder: string, taken: readonly PlacedFile[]): UsageError {
  const names = taken.slice(0, 5).map((file) => `${folder}/${file.path}`);
  const more = taken.length > names.length ? ` and ${taken.length - names.length} more` : '';
  const exist = taken.length === 1 ? 'exists' : 'exist';
  return new UsageError(
    `${names.join(', ')}${more} already ${exist}, with another text. Nothing was written.`,
    'Add --force to overwrite, or move the file away first.',
  );
}

/** Writes each file beside its place first, then moves all of them in. */
async function writeAll(
  folder: string,
  files: readonly (PlacedFile | ImportedAsset)[],
): Promise<void> {
  const beside = (file: { readonly path: string }) =>
    path.join(folder, `${file.path}.briefwright-new`);
  try {
    for (const file of files) {
      await mkdir(path.dirname(beside(file)), { recursive: true });
      await writeFile(beside(file), 'text' in file ? file.text : file.bytes);
    }
    for (const file of files) await rename(beside(file), path.join(folder, file.path));
  } catch (error) {
    for (const file of files) await rm(beside(file), { force: true });
    throw error;
  }
}
