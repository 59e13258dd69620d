/** `dist/<plan>/manifest.json`: what lies in a plan's folder, and what it was made from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { type Artifact, type Format, formats, type StandingFile } from '../model/edition.ts';
import { sha256Of } from '../model/hash.ts';

/** How the library page shows a plan. */
const planSchema = z.object({
  slug: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  draft: z.boolean(),
  title: z.string(),
  subtitle: z.string(),
  summary: z.string(),
  organization: z.string(),
  /** ISO 8601 day; empty where the plan has none. */
  date: z.string(),
  /** The page that opens the plan, within its folder. */
  page: z.string(),
});

const editionSchema = z.object({
  /** SHA-256 of the sources that the edition was made from. */
  sources: z.string(),
  draft: z.boolean(),
  /** The tools that made it, with their versions. */
  tools: z.record(z.string(), z.string()),
});

const fileSchema = z.object({
  /** Within the plan's folder, with `/`. */
  path: z.string().refine((name) => !name.startsWith('/') && !name.split(/[/\\]/u).includes('..')),
  edition: z.enum(formats),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int().nonnegative(),
  sha256: z.string(),
});

const manifestSchema = z.object({
  manifest: z.literal(1),
  plan: planSchema,
  editions: z.partialRecord(z.enum(formats), editionSchema),
  files: z.array(fileSchema),
});

export type PlanEntry = z.infer<typeof planSchema>;
export type EditionEntry = z.infer<typeof editionSchema>;
export type FileEntry = z.infer<typeof fileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a plan's folder; undefined where there is none, or none that we wrote. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const text = await readFile(path.join(folder, 'manifest.json'), 'utf8');
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Two spaces deep, editions in their order, files by path: the same manifest gives the same text. */
export function manifestText(manifest: Manifest): string {
  const files = manifest.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const editions = Object.fromEntries(
    formats.flatMap((format) => {
      const edition = manifest.editions[format];
      return edition === undefined ? [] : [[format, edition]];
    }),
  );
  return `${JSON.stringify({ ...manifest, editions, files }, null, 2)}\n`;
}

/** A finished file as the manifest lists it. */
export function fileEntry({ bytes, ...file }: Artifact, edition: Format): FileEntry {
  const { sha256 = sha256Of(bytes) } = file;
  return standingEntry({ ...file, size: bytes.byteLength, sha256 }, edition);
}

/** The same of a file that did not have to be made. */
export function standingEntry(file: StandingFile, edition: Format): FileEntry {
  const { path: name, mediaType, size, sha256 } = file;
  return { path: name, edition, mediaType, size, sha256 };
}
