/** What runs in a reader's browser: bundled from `site/` into the package's `bin/site/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ToolError } from '../model/errors.ts';

const names = ['site', 'live'] as const;

/** By name. Raises `ToolError` where the package was not bundled. */
export async function loadSiteScripts(packageRoot: string): Promise<ReadonlyMap<string, string>> {
  try {
    return new Map(
      await Promise.all(
        names.map(async (name) => {
          const text = await readFile(path.join(packageRoot, 'bin', 'site', `${name}.js`), 'utf8');
          return [name, text] as const;
        }),
      ),
    );
  } catch (error) {
    throw new ToolError(
      'A script of the web edition could not be read. The installation of briefwright is not complete.',
      'npm run bundle',
      { cause: error },
    );
  }
}
