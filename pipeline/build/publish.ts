/** Puts a plan's finished editions into `dist/<plan>/`. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Artifact, type Format, formats } from '../model/edition.ts';
import {
  type EditionEntry,
  type FileEntry,
  fileEntry,
  type Manifest,
  manifestText,
  type PlanEntry,
  readManifest,
} from './manifest.ts';
import { replaceFolder } from './staging.ts';

/** One edition, ready to be published. */
export interface FinishedEdition extends EditionEntry {
  readonly format: Format;
  readonly artifacts: readonly Artifact[];
}

/**
 * Publishes editions, all or none. Editions that were published before and are not among these stay, and the
 * manifest goes on telling what they were made from. Raises `ToolError` where the disk refuses.
 */
export async function publish(
  dist: string,
  plan: PlanEntry,
  editions: readonly FinishedEdition[],
): Promise<void> {
  const place = path.join(dist, plan.slug);
  const before = await readManifest(place);
  await replaceFolder(dist, plan.slug, async (folder) => {
    const kept = await keep(before, editions, place, folder);
    for (const { path: name, bytes } of editions.flatMap(({ artifacts }) => artifacts)) {
      await writeFile(await makeRoom(folder, name), bytes);
    }
    const manifest: Manifest = {
      manifest: 1,
      plan,
      editions: { ...kept.editions, ...Object.fromEntries(editions.map(entryOf)) },
      files: [
        ...kept.files,
        ...editions.flatMap(({ artifacts, format }) =>
          artifacts.map((artifact) => fileEntry(artifact, format)),
        ),
      ],
    };
    await writeFile(path.join(folder, 'manifest.json'), manifestText(manifest));
  });
}

/** Copies what other editions left, as far as it is still there whole. */
async function keep(
  before: Manifest | undefined,
  editions: readonly FinishedEdition[],
  from: string,
  to: string,
): Promise<Pick<Manifest, 'editions' | 'files'>> {
  const kept: { editions: Manifest['editions']; files: FileEntry[] } = { editions: {}, files: [] };
  for (const format of formats) {
    const entry = before?.editions[format];
    if (entry === undefined || editions.some((one) => one.format === format)) continue;
    const files = before?.files.filter(({ edition }) => edition === format) ?? [];
    const copied = await Promise.all(
      files.map(async ({ path: name }) =>
        copyFile(path.join(from, name), await makeRoom(to, name)).then(
          () => true,
          () => false,
        ),
      ),
    );
    if (!copied.every(Boolean)) continue;
    kept.editions[format] = entry;
    kept.files.push(...files);
  }
  return kept;
}

function entryOf({ format, sources, draft, tools }: FinishedEdition): [Format, EditionEntry] {
  return [format, { sources, draft, tools }];
}

/** Makes the folders above a file; its full path. */
async function makeRoom(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  return file;
}
