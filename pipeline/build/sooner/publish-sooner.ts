/** Puts the page of a section that was saved into its place, before the build that brings everything else there. */
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stagedName } from '../staging.ts';
import type { HeldPlan } from './held-plan.ts';
import { savedPage } from './saved-page.ts';

/** A page that stands in its place before the rest. */
export interface Sooner {
  /** The plans as they are with it. */
  readonly plans: readonly HeldPlan[];
  /** Puts back what stood there, where the build did not come to publish. */
  takeBack(): void;
}

/**
 * Publishes the page of the one file that changed, where that can be done by itself. `paths`: everything that changed.
 * Whatever goes wrong here is told by the build that follows, which makes the page in any case.
 */
export function publishSooner(
  plans: readonly HeldPlan[],
  paths: readonly string[],
): Sooner | undefined {
  try {
    // What an editor writes beside a file, and takes away again, is nothing that changed.
    const [file, ...others] = paths.filter((one) => lstatSync(one, { throwIfNoEntry: false }));
    if (file === undefined || others.length > 0) return undefined;
    for (const plan of plans) {
      const page = savedPage(plan, file);
      if (page === undefined) continue;
      const place = path.join(plan.folder, page.path);
      const before = readFileSync(place);
      replaceFile(plan.folder, place, page.bytes);
      return {
        plans: plans.map((one) => (one === plan ? page.held : one)),
        takeBack: () => replaceFile(plan.folder, place, before),
      };
    }
  } catch {
    // As the contract says.
  }
  return undefined;
}

/** Whole or not at all. */
function replaceFile(folder: string, place: string, bytes: Uint8Array): void {
  const fresh = path.join(path.dirname(folder), stagedName('new', path.basename(place)));
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { force: true });
  }
}
