/** `briefwright init`: a project to start from; its files on stdout, what to do next on stderr. */
import path from 'node:path';
import { init } from '../../build/init/init.ts';
import { versionOf } from '../../build/version.ts';
import { fine } from '../exit-codes.ts';

/** Writes the project into a folder, the current one unless another is named. Raises `UsageError`. */
export async function initCommand(
  folder: string | undefined,
  packageRoot: string,
): Promise<number> {
  const target = folder ?? '.';
  const { written, kept } = await init({
    folder: path.resolve(target),
    packageRoot,
    version: versionOf(packageRoot),
    today: new Date(),
  });
  for (const file of written) process.stdout.write(`${path.join(target, file)}\n`);
  for (const file of kept) process.stderr.write(`kept ${path.join(target, file)} as it is\n`);
  const enter = folder === undefined ? '' : `cd ${quoted(folder)} && `;
  process.stderr.write(`Now change the text, and build it: ${enter}briefwright build\n`);
  return fine;
}

function quoted(folder: string): string {
  return /[^\w./-]/u.test(folder) ? `'${folder.replaceAll("'", "'\\''")}'` : folder;
}
