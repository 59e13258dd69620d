/** Opens what verifying works with: every checker that the machine has, and one browser for all pages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../model/errors.ts';
import { hashOf } from '../model/hash.ts';
import { createTemplates } from '../render/templates.ts';
import { axeIn } from './browser/axe.ts';
import { findBrowser } from './browser/find.ts';
import { withBrowser } from './browser/session.ts';
import type { Cache } from './cache/cache.ts';
import { browserInputs, codeInputs, fileInputs } from './cache/tool-inputs.ts';
import { openVerdicts } from './cache/verdicts.ts';
import { findVerifiers } from './find-verifiers.ts';
import { programOnPath, thisMachine } from './machine.ts';
import { overlay } from './resources.ts';
import { run } from './run.ts';
import type { PlanVerifiers } from './verify-plan.ts';
import { versionOf } from './version.ts';

/**
 * Runs `work` with the checkers; the browser is closed afterwards in any case. `schemas` are paths to XSDs.
 * Raises `UsageError` where one is not there.
 */
export async function withVerifiers<T>(
  place: {
    readonly root: string;
    readonly packageRoot: string;
    readonly schemas: readonly string[];
    readonly cache: Cache;
  },
  work: (verifiers: PlanVerifiers) => Promise<T>,
): Promise<T> {
  const { root, packageRoot, cache } = place;
  const machine = thisMachine();
  const program = programOnPath(machine, ['xmllint']);
  const schemas = await Promise.all(
    place.schemas.map((one) => readSchema(path.resolve(root, one))),
  );
  const search = { machine, packageRoot };
  const tools = await findVerifiers(search);
  const browser = await findBrowser(search);
  const looking = hashOf(
    codeInputs(packageRoot),
    await browserInputs(machine, packageRoot),
    tools.epubcheck && fileInputs(tools.epubcheck.jar),
    tools.ace && fileInputs(tools.ace.script),
  );
  return withBrowser(search, async (session) =>
    work({
      ...tools,
      axe: browser === undefined ? undefined : (folder) => axeIn(session, packageRoot, folder),
      xsd: program === undefined ? undefined : { program, schemas, run },
      verdicts: (slug) => openVerdicts(cache, slug, looking),
      templates: createTemplates(await overlay('templates', packageRoot, root)),
      version: versionOf(packageRoot),
    }),
  );
}

async function readSchema(file: string) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no schema "${file}".`, 'Name a file that ends in .xsd.');
  });
  return { path: file, text };
}
