/** How loudly each rule reports: its own default, unless the project says otherwise. */
import type { PartDefinition } from '../model/content-model.ts';
import type { Level } from '../model/finding.ts';
import type { Rule } from './rule.ts';

/** Levels by rule id. */
export type Levels = Readonly<Record<string, Level>>;

/** Levels for the files beneath one folder, such as `sources/old-plan`. */
export interface FolderLevels {
  readonly folder: string;
  readonly levels: Levels;
}

/** What a project says about levels; of several folders that hold a file, the last named wins. */
export interface LevelOptions {
  readonly levels?: Levels;
  readonly folders?: readonly FolderLevels[];
}

/**
 * A function that tells the level of a rule in a file: what is said for the folder comes before what is said for
 * the part, and that before what is said for the rule. A rule that is not known is off.
 */
export function levelTable(
  rules: readonly Rule[],
  options: LevelOptions,
): (rule: string, path: string, part?: PartDefinition) => Level {
  const defaults = new Map(rules.map((rule) => [rule.id, rule.severity]));
  return (rule, path, part) => {
    const folder = options.folders?.findLast(
      (one) => isBeneath(path, one.folder) && one.levels[rule] !== undefined,
    );
    return (
      folder?.levels[rule] ??
      part?.levels?.[rule] ??
      options.levels?.[rule] ??
      defaults.get(rule) ??
      'off'
    );
  };
}

function isBeneath(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
