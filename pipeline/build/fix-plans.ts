/** Mends what can be mended in plans: checks, puts fixes in, and checks again, until nothing is left to mend. */
import { randomUUID } from 'node:crypto';
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes, type FixOptions } from '../check/apply-fixes.ts';
import type { SourceText } from '../model/draft.ts';
import { type CheckedPlan, checkPlan } from './check-plans.ts';
import type { Project } from './config/load-project.ts';
import type { SelectedPlan } from './select-plans.ts';

/** A file as it was and as it is mended. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly bytes: Uint8Array;
}

export interface FixedPlans {
  /** The plans as they are when the changes are made. */
  readonly plans: readonly CheckedPlan[];
  readonly changes: readonly FileChange[];
  /** How many findings were mended. */
  readonly fixed: number;
}

/** A fix may make room for another; fixes that undo one another must come to an end. */
const mostRounds = 10;

/** Works out the changes and writes nothing. */
export function fixPlans(
  project: Project,
  selected: readonly SelectedPlan[],
  options: FixOptions,
): FixedPlans {
  const results = selected.map((plan) => fixPlan(project, plan, options));
  return {
    plans: results.map((result) => result.plan),
    changes: results.flatMap((result) => result.changes),
    fixed: results.reduce((sum, result) => sum + result.fixed, 0),
  };
}

function fixPlan(project: Project, selected: SelectedPlan, options: FixOptions) {
  let current = selected;
  let plan = checkPlan(project, current);
  let fixed = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const sources = new Map(
      plan.draft.sources
        .filter((source) => isWhole(source, current))
        .map((source) => [source.path, source]),
    );
    const made = applyFixes(plan.findings, sources, options);
    if (made.fixed.length === 0) break;
    fixed += made.fixed.length;
    current = withTexts(current, made.texts);
    plan = checkPlan(project, current);
  }
  return { plan, fixed, changes: changesBetween(selected, current) };
}

/** Whether the text is all that is in the file: not where it was too large to read, or is not UTF-8. */
function isWhole(source: SourceText, { sources }: SelectedPlan): boolean {
  const raw = sources.texts.find((text) => text.path === source.path);
  if (raw === undefined) return false;
  const bytes = new TextEncoder().encode(source.text);
  const skipped = raw.bytes.byteLength - bytes.byteLength;
  // A byte order mark is three bytes, and no part of the text.
  return (
    (skipped === 0 || skipped === 3) && Buffer.compare(raw.bytes.subarray(skipped), bytes) === 0
  );
}

function withTexts(selected: SelectedPlan, texts: ReadonlyMap<string, string>): SelectedPlan {
  const { sources } = selected;
  return {
    ...selected,
    sources: {
      ...sources,
      texts: sources.texts.map((raw) => {
        const text = texts.get(raw.path);
        return text === undefined ? raw : { ...raw, bytes: new TextEncoder().encode(text) };
      }),
    },
  };
}

function changesBetween(before: SelectedPlan, after: SelectedPlan): readonly FileChange[] {
  return after.sources.texts.flatMap(({ path: file, bytes }, index) => {
    const old = before.sources.texts[index];
    if (old === undefined || old.bytes === bytes) return [];
    const decode = (of: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(of);
    return [{ path: file, before: decode(old.bytes), after: decode(bytes), bytes: old.bytes }];
  });
}

/** Writes the changes; gives the paths of files that somebody else changed meanwhile, which stay as they are. */
export async function writeChanges(
  root: string,
  changes: readonly FileChange[],
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const change of changes) {
    const file = path.resolve(root, change.path);
    const now = await readFile(file).catch(() => undefined);
    if (now === undefined || Buffer.compare(now, change.bytes) !== 0) left.push(change.path);
    else await replaceFile(file, change.after);
  }
  return left;
}

/** Beside its place first, so that a full disk leaves the old text. */
async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  try {
    await writeFile(beside, text);
    await chmod(beside, (await stat(file)).mode);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
