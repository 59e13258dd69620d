/** Everything in a plan's folder that its editions are made from, as one hash. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../model/hash.ts';
import type { PlanPlace } from '../load.ts';
import { pictureType } from '../picture-type.ts';
import { show } from '../walk-folder.ts';
import { type Stamp, type Stamps, stampOf } from './stamps.ts';

/** What was found in the folder. `files`: of those whose content counts. */
export interface PlanInputs {
  readonly hash: string;
  readonly files: Stamps;
}

/**
 * Looks at what `loadPlan` reads: names, links, sizes, and the content of texts and pictures. A file whose stamp is
 * that of `before` is not opened. What cannot be read counts by why not.
 */
export function planInputs(root: string, place: PlanPlace, before: Stamps): PlanInputs {
  const files: Record<string, Stamp> = {};
  const seen: (readonly string[])[] = [[place.kind, real(place.full)]];
  const look = (file: string, above: readonly string[]): void => {
    const shown = show(root, file);
    try {
      const itself = lstatSync(file);
      const isLink = itself.isSymbolicLink();
      const link = isLink ? [realpathSync(file)] : [];
      const about = isLink ? statSync(file) : itself;
      if (about.isDirectory()) {
        const home = real(file);
        seen.push([shown, 'folder', ...link]);
        if (above.includes(home)) return;
        for (const name of names(file)) look(path.join(file, name), [...above, home]);
      } else if (about.isFile() && (file.endsWith('.md') || pictureType(file) !== undefined)) {
        const stamp = stampOf(file, about, before[shown]);
        files[shown] = stamp;
        seen.push([shown, stamp[4], ...link]);
      } else seen.push([shown, about.isFile() ? String(about.size) : 'other', ...link]);
    } catch (error) {
      seen.push([shown, error instanceof Error && 'code' in error ? String(error.code) : 'error']);
    }
  };
  look(place.full, []);
  if (place.kind === 'file') {
    const folder = path.dirname(place.full);
    for (const name of names(folder)) {
      const file = path.join(folder, name);
      // Other plans stand there too, and are no part of this one.
      if (!name.endsWith('.md') && statSync(file, { throwIfNoEntry: false })?.isFile()) {
        look(file, []);
      }
    }
  }
  return { hash: hashOf(seen), files };
}

function names(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return '';
  }
}
