/** `briefwright import`: what was done on stdout. */
import { importFiles } from '../../build/import.ts';
import { UsageError } from '../../model/errors.ts';
import { findingsFound, fine } from '../exit-codes.ts';
import { importText } from '../import-text.ts';

export interface ImportCommandOptions {
  readonly plan?: string;
  readonly force?: boolean;
  readonly url?: string;
}

/** Imports files into `sources/<plan>/`; exit 1 where one of them could not be read. Raises `UsageError`. */
export async function importCommand(
  files: readonly string[],
  { plan, force = false, url }: ImportCommandOptions,
): Promise<number> {
  if (plan === undefined) {
    throw new UsageError(
      'Which plan do the files belong to?',
      'Add --plan and the name of its folder in sources/, such as --plan nato2020.',
    );
  }
  const outcome = await importFiles({ root: process.cwd(), files, slug: plan, force, url });
  process.stdout.write(importText(outcome));
  return outcome.refused.length > 0 ? findingsFound : fine;
}
