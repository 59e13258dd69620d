/** Reads a plan written in a test, without a disk. */
import { defaultContentModel } from '../../pipeline/model/content-model.ts';
import type { DraftPlan } from '../../pipeline/model/draft.ts';
import { read } from '../../pipeline/read/read.ts';

/** The draft of files given by their path below the plan's folder `plan/`; what is no Markdown is an asset. */
export function readPlan(files: Readonly<Record<string, string | Uint8Array>>): DraftPlan {
  const all = Object.entries(files).map(([name, content]) => ({
    path: `plan/${name}`,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const texts = all.filter(({ path }) => path.endsWith('.md'));
  const others = all.filter(({ path }) => !path.endsWith('.md'));
  return read(
    {
      slug: 'plan',
      folder: 'plan',
      texts,
      others: new Map(others.map(({ path, bytes }) => [path, bytes.byteLength])),
      faults: [],
    },
    defaultContentModel,
  );
}
