/** Finished files that wait on the disk, beside the folder that they will be published in, until all are whole. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Artifact, StandingFile } from '../model/edition.ts';
import { diskError, stagedName } from './staging.ts';

/** The pages of a large site are too much to be held. */
export interface Spool {
  /** Raises `ToolError` where the disk refuses. */
  lay(artifact: Artifact): StandingFile;
  /** Moves a file that was laid down; false where there is none of that path. */
  take(name: string, to: string): boolean;
  /** Takes away what was left. */
  clear(): void;
}

/** Files are laid into a folder in `dist`, which `recover` knows; it is made with the first of them. */
export function openSpool(dist: string, slug: string): Spool {
  const folder = path.join(dist, stagedName('new', `${slug}.spool`));
  const files = new Map<string, string>();
  return {
    lay({ path: name, mediaType, bytes, sha256 = hashOf(bytes) }) {
      const file = path.join(folder, String(files.size));
      try {
        if (files.size === 0) mkdirSync(folder, { recursive: true });
        writeFileSync(file, bytes);
      } catch (error) {
        throw diskError(error, path.join(dist, slug));
      }
      files.set(name, file);
      return { path: name, mediaType, size: bytes.byteLength, sha256 };
    },
    take(name, to) {
      const file = files.get(name);
      if (file === undefined) return false;
      renameSync(file, to);
      return true;
    },
    clear() {
      if (files.size > 0) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
