/** What checkers said of a plan's finished files, so that what did not change is not looked at again. */
import * as z from 'zod';
import { hashOf, sha256Of } from '../../model/hash.ts';
import { type AxeReport, type AxeTool, axeReport } from '../../verify/site/axe.ts';
import type { Remember, Verdict } from '../../verify/verdict.ts';
import type { Cache } from './cache.ts';
import { verdictsName } from './record.ts';

/** What the checksum of a record vouches for is ours, and is not taken apart once more. */
const verdictSchema = z.custom<Verdict>((value) => typeof value === 'object' && value !== null);

const recordSchema = z.object({
  verdicts: z.record(z.string(), verdictSchema),
  pages: z.record(z.string(), z.array(axeReport)),
});

export interface Verdicts {
  readonly remember: Remember;
  /** The same tool, that does not look again at pages it has seen; `read` opens a page by its name. */
  axe(tool: AxeTool, read: (page: string) => Promise<Uint8Array>): AxeTool;
  /** Keeps what was asked for since they were opened, and forgets the rest. */
  keep(): void;
}

/** `tools` is a hash over the checkers and what they run in. */
export function openVerdicts(cache: Cache, slug: string, tools: string): Verdicts {
  const name = verdictsName(slug);
  const before = cache.read(name, recordSchema) ?? { verdicts: {}, pages: {} };
  const verdicts: Record<string, Verdict> = {};
  const pages: Record<string, AxeReport[]> = {};
  return {
    async remember(checker, files, check) {
      const contents = files.map((file) => [file.path, sha256Of(file.bytes)]);
      const key = hashOf(tools, checker, contents);
      const verdict = before.verdicts[key] ?? (await check());
      // Why something was not checked may have gone by the next time.
      if (verdict.notChecked.length === 0) verdicts[key] = verdict;
      return verdict;
    },
    axe: (tool, read) => ({
      version: tool.version,
      async run(page, looks) {
        // A page names all that it loads by its content.
        const key = hashOf(tools, sha256Of(await read(page)), looks);
        const reports = before.pages[key] ?? [...(await tool.run(page, looks))];
        pages[key] = reports;
        return reports;
      },
    }),
    keep: () => cache.write(name, { verdicts, pages }),
  };
}
