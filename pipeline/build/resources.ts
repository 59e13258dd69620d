/** What the package and the project bring for every plan: templates and style sheets. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The text files below a folder, by path below it with `/`; none where there is no such folder. */
export async function readTexts(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const texts = new Map<string, string>();
  for (const file of files) {
    texts.set(path.relative(folder, file).split(path.sep).join('/'), await readFile(file, 'utf8'));
  }
  return texts;
}

/** The package's files, each replaced by the project's own of the same path. */
export async function overlay(
  kind: 'templates' | 'styles',
  packageRoot: string,
  projectRoot: string,
): Promise<Map<string, string>> {
  const own = await readTexts(path.join(projectRoot, kind));
  return new Map([...(await readTexts(path.join(packageRoot, kind))), ...own]);
}
