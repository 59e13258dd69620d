/** The material that stands beside the project on its makers' machines, and nowhere else. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared');

/** Whether it is there; tests that need it skip where it is not. */
export const hasShared = existsSync(folder);

/** The path of a file in it. */
export function shared(name: string): string {
  return path.join(folder, name);
}

/** Why such a test was skipped, for its name. */
export const sharedHint = hasShared ? '' : ' (skipped: ../shared is not here)';
