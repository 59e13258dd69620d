/** briefwright's own version, for which nothing else has to be loaded. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** As the package says it. */
export function versionOf(packageRoot: string): string {
  const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  return /"version": "([^"]+)"/u.exec(text)?.[1] ?? '0.0.0';
}
