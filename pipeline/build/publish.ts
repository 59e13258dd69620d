/** Puts finished files into `dist/` whole or not at all. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact } from '../model/edition.ts';

/** Before these words in a name: a folder that is not yet, or no longer, published. */
const staging = '.briefwright-new-';
const retired = '.briefwright-old-';

/**
 * Replaces `dist/<slug>/` by the artifacts and a manifest of them. They are written beside it first and moved
 * into place in one step, so that an error before that leaves what was there.
 */
export async function publish(
  dist: string,
  slug: string,
  artifacts: readonly Artifact[],
  about: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(dist, { recursive: true });
  await recover(dist);
  const fresh = path.join(dist, `${staging}${slug}`);
  const old = path.join(dist, `${retired}${slug}`);
  const place = path.join(dist, slug);
  await rm(fresh, { recursive: true, force: true });
  const sorted = [...artifacts].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const artifact of sorted) {
    const file = path.join(fresh, artifact.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, artifact.bytes);
  }
  await writeFile(path.join(fresh, 'manifest.json'), manifest(sorted, about));
  await rename(place, old).catch(ignoreMissing);
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}

/** Mends what an interrupted build left: a plan that was moved away comes back, half-written ones go. */
export async function recover(dist: string): Promise<void> {
  const names = await readdir(dist).catch((): string[] => []);
  for (const name of names.filter((one) => one.startsWith(retired))) {
    const slug = name.slice(retired.length);
    const from = path.join(dist, name);
    if (names.includes(slug)) await rm(from, { recursive: true, force: true });
    else await rename(from, path.join(dist, slug));
  }
  for (const name of names.filter((one) => one.startsWith(staging))) {
    await rm(path.join(dist, name), { recursive: true, force: true });
  }
}

/** Every file, its size and its SHA-256. */
function manifest(
  artifacts: readonly Artifact[],
  about: Readonly<Record<string, unknown>>,
): string {
  const files = artifacts.map(({ path: name, bytes, mediaType }) => ({
    path: name,
    mediaType,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  return `${JSON.stringify({ ...about, files }, null, 2)}\n`;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
