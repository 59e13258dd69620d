/** Whether the page above the plans has to be made again. */
import { readdirSync } from 'node:fs';
import { hashOf } from '../../model/hash.ts';
import type { StepSettings } from './edition-steps.ts';
import { type LibraryRecord, librarySchema } from './record.ts';
import { reasonToRun, stampsNow } from './step.ts';

const name = 'library';

export interface LibraryStep {
  /** Why it has to be made; undefined where it stands. Looks at what `dist/` holds now. */
  reason(): string | undefined;
  /** Whether there are plans enough for a page. */
  isNeeded(): boolean;
  /** Remembers what was made: paths within `dist/`. */
  keep(paths: readonly string[]): void;
}

/** The page lists what the manifests in `dist/` say. */
export function libraryStep({ dist, cache, ...settings }: StepSettings): LibraryStep {
  const inputs = () => ({
    briefwright: settings.code,
    templates: settings.templates,
    styles: settings.styles,
    options: hashOf(settings.epoch),
    plans: plansIn(dist),
  });
  return {
    reason() {
      const before = cache.read(name, librarySchema);
      const outputs = before?.outputs ?? {};
      const found = stampsNow(dist, Object.keys(outputs), outputs);
      return reasonToRun(before, inputs(), { found });
    },
    isNeeded: () => plansIn(dist) !== '',
    keep(paths) {
      const record: LibraryRecord = { inputs: inputs(), outputs: stampsNow(dist, paths) };
      cache.write(name, record);
    },
  };
}

/** A hash over the plans' manifests. One plan alone needs no page, whatever it is. */
function plansIn(dist: string): string {
  const names = folders(dist).map((folder) => `${folder}/manifest.json`);
  const found = Object.entries(stampsNow(dist, names));
  return found.length < 2 ? '' : hashOf(found.map(([file, [, , , , sha256]]) => [file, sha256]));
}

function folders(dist: string): readonly string[] {
  try {
    return readdirSync(dist)
      .filter((one) => !one.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}
