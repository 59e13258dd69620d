/** Takes out of `dist/` what stands for plans that are gone. */
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readManifest } from './manifest.ts';
import { stagedName } from './staging.ts';

/** Removes the folders of plans that were published under other names than these; gives those names. */
export async function withdrawOthers(
  dist: string,
  slugs: readonly string[],
): Promise<readonly string[]> {
  const names = await readdir(dist).catch((): string[] => []);
  const withdrawn: string[] = [];
  for (const name of names) {
    if (name.startsWith('.') || slugs.includes(name)) continue;
    const folder = path.join(dist, name);
    // A folder without our manifest is somebody's own.
    if ((await readManifest(folder))?.plan.slug !== name) continue;
    const away = path.join(dist, stagedName('old', name));
    await rename(folder, away);
    await rm(away, { recursive: true, force: true });
    withdrawn.push(name);
  }
  return withdrawn;
}
