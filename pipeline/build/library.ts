/** `dist/index.html`: the plans, where there are several. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact } from '../model/edition.ts';
import { libraryPage } from '../render/html/library.ts';
import { labelsFor } from '../render/labels.ts';
import type { Workshop } from './build-plan.ts';
import { editionDate } from './date.ts';
import { type PlanEntry, readManifest } from './manifest.ts';

/**
 * Writes the page from what lies in `dist/` after a build, so that a plan that was not built this time stays on it.
 * With fewer than two sites there is none. What was written, as paths within `dist/`. Raises `TemplateError`.
 */
export async function publishLibrary(workshop: Workshop): Promise<readonly string[]> {
  const { dist, templateFiles, epoch } = workshop;
  const page = path.join(dist, 'index.html');
  const shared = path.join(dist, 'assets');
  const plans = await sitesIn(dist);
  const [first] = plans;
  if (first === undefined || plans.length < 2) {
    await rm(page, { force: true });
    await rm(shared, { recursive: true, force: true });
    return [];
  }
  const files = libraryPage(plans, {
    ...workshop,
    labels: labelsFor(first.lang, templateFiles),
    date: editionDate(epoch, first.date === '' ? undefined : first.date),
    pageMap: undefined,
  });
  await mkdir(shared, { recursive: true });
  // What the page needs is named by its content and written first; the page itself comes whole, and last.
  for (const file of files.filter(({ path: name }) => name !== 'index.html')) {
    await replaceFile(dist, file);
  }
  for (const file of files.filter(({ path: name }) => name === 'index.html')) {
    await replaceFile(dist, file);
  }
  await removeOthers(shared, files);
  return files.map((file) => file.path);
}

/** The plans whose web edition is published, by slug. */
async function sitesIn(dist: string): Promise<PlanEntry[]> {
  const names = (await readdir(dist).catch((): string[] => []))
    .filter((name) => !name.startsWith('.'))
    .sort();
  const manifests = await Promise.all(names.map((name) => readManifest(path.join(dist, name))));
  return manifests.flatMap((manifest) => (manifest?.editions.html ? [manifest.plan] : []));
}

async function replaceFile(dist: string, file: Artifact): Promise<void> {
  const place = path.join(dist, file.path);
  const fresh = path.join(dist, `.briefwright-new-${process.pid}-${path.basename(file.path)}`);
  await writeFile(fresh, file.bytes);
  await rename(fresh, place);
}

async function removeOthers(shared: string, files: readonly Artifact[]): Promise<void> {
  const wanted = new Set(files.map(({ path: name }) => path.posix.basename(name)));
  for (const name of await readdir(shared)) {
    if (!wanted.has(name)) await rm(path.join(shared, name), { force: true });
  }
}
