/** Whether a step has to run, and why. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { StepInputs } from './record.ts';
import { type Stamps, stampOf } from './stamps.ts';

/**
 * Why a step runs, as a phrase; undefined where its result still holds: what went into it goes into it now, and what
 * it left, `outputs`, is still there as `found`. `changed` are the files of the plan that differ.
 */
export function reasonToRun(
  before: { readonly inputs: StepInputs; readonly outputs?: Stamps } | undefined,
  now: StepInputs,
  { found = {}, changed = [] }: { found?: Stamps; changed?: readonly string[] },
): string | undefined {
  if (before === undefined) return 'it was not made before';
  const names = Object.keys({ ...before.inputs, ...now });
  const differing = names.filter((name) => before.inputs[name] !== now[name]);
  if (differing.length > 0) {
    const what = differing.map((name) =>
      name === 'sources' && changed.length > 0 ? `${name} (${listed(changed)})` : name,
    );
    return `other ${what.join(', ')}`;
  }
  const [lost] = changedFiles(before.outputs ?? {}, found);
  return lost && `${lost} is not as it was left`;
}

/** The stamps that files in a folder have now; those before spare reading them. What is not there has none. */
export function stampsNow(folder: string, names: readonly string[], before: Stamps = {}): Stamps {
  return Object.fromEntries(
    names.flatMap((name) => {
      const file = path.join(folder, name);
      try {
        return [[name, stampOf(file, lstatSync(file), before[name])]];
      } catch {
        return [];
      }
    }),
  );
}

/** The files whose content differs, with those that came and went. */
export function changedFiles(before: Stamps, now: Stamps): readonly string[] {
  return Object.keys({ ...before, ...now }).filter((name) => before[name]?.[4] !== now[name]?.[4]);
}

function listed(files: readonly string[]): string {
  const [first = '', second, ...rest] = files;
  if (second === undefined) return first;
  return rest.length === 0 ? `${first} and ${second}` : `${first} and ${files.length - 1} more`;
}
