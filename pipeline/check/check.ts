/** Runs every rule over a draft. */
import type { ContentModel } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { withFingerprints } from './fingerprints.ts';
import { type LevelOptions, levelTable } from './levels.ts';
import type { CheckContext, Report, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { inDocumentOrder } from './sort.ts';
import { type Suppression, suppress, suppressionsIn } from './suppressions.ts';
import { hasText, nodesOf, writtenFiles } from './written-file.ts';

export interface CheckOptions extends LevelOptions {
  readonly model: ContentModel;
  /** The names of stakeholders that a project keeps a register of. */
  readonly register?: readonly string[] | undefined;
  /** The roles that a project knows beside StratML's. */
  readonly roles?: readonly string[];
  /** The rules to run; all of briefwright's where nothing is said. */
  readonly rules?: readonly Rule[];
  /**
   * The only files to look at, by the rules that see no more than one file or section: what an editor asks at every
   * keystroke. Rules that see the whole plan, and comments that hold their findings back, are left alone.
   */
  readonly files?: ReadonlySet<string>;
}

/** A rule that itself went wrong: a mistake of ours (or of a project's own rule), never of the author. */
export interface RuleFailure {
  readonly rule: string;
  /** The file it was looking at, where it was looking at one. */
  readonly path: string;
  readonly error: unknown;
}

export interface CheckResult {
  /** By file in document order, then by place, then by rule. */
  readonly findings: readonly Finding[];
  /** A rule that fails hides no other rule's findings; the command exits 3. */
  readonly failures: readonly RuleFailure[];
}

/** What the rules find in a draft. Same draft and options, same result; never throws. */
export function check(draft: DraftPlan, options: CheckOptions): CheckResult {
  const rules = options.rules ?? allRules;
  const failures: RuleFailure[] = [];
  const context: CheckContext = {
    model: options.model,
    matter: draft.matter.value,
    register: options.register,
    roles: options.roles ?? [],
    ruleIds: rules.map((rule) => rule.id),
    levelOf: levelTable(rules, options),
  };
  const isWanted = (path: string) => options.files?.has(path) ?? true;
  const files = writtenFiles(draft, options.files);
  const sections = draft.goals
    .flatMap((goal) => goal.sections)
    .filter((section) => hasText(section) && isWanted(section.source.path));

  const run = (rule: Rule, suppressions: readonly Suppression[], into: Finding[]): void => {
    const report: Report = ({ related = [], part, ...found }) => {
      const severity = context.levelOf(rule.id, found.place.path, part);
      if (severity === 'off') return;
      const asked = part?.asked === undefined ? [] : [{ message: askedFor, place: part.asked }];
      into.push({ severity, rule: rule.id, related: [...related, ...asked], ...found });
    };
    const guarded = (path: string, check: () => void): void => {
      try {
        check();
      } catch (error) {
        failures.push({ rule: rule.id, path, error });
      }
    };
    switch (rule.sees) {
      case 'fault':
        for (const fault of draft.faults.filter((one) => one.rule === rule.id)) {
          guarded(fault.place.path, () => rule.check(fault, context, report));
        }
        break;
      case 'section':
        for (const section of sections) {
          guarded(section.source.path, () => rule.check(section, context, report));
        }
        break;
      case 'file':
        for (const file of files) {
          guarded(file.source.path, () => rule.check(file, context, report));
        }
        break;
      case 'plan':
        guarded(draft.source.path, () => rule.check(draft, context, report));
        break;
      case 'suppression':
        for (const one of suppressions) {
          guarded(one.source.path, () => rule.check(one, context, report));
        }
    }
  };
  const found: Finding[] = [];
  const isNarrow = options.files !== undefined;
  for (const rule of rules) {
    if (!isNarrow || rule.sees !== 'plan') run(rule, [], found);
  }
  const held = suppress(found, suppressionsIn(files), startsIn(draft));
  const findings = [...held.findings];
  for (const rule of rules) {
    if (rule.sees === 'suppression' && !isNarrow) run(rule, held.suppressions, findings);
  }
  failures.push(...faultsWithoutRule(draft, rules));
  return { findings: withFingerprints(inDocumentOrder(findings, draft), draft), failures };
}

const askedFor = 'The config asks for the part here.';

/** Where the plan, goals and sections of a file start, in order. */
function startsIn(draft: DraftPlan): (path: string) => readonly number[] {
  const nodes = nodesOf(draft);
  return (path) =>
    nodes.flatMap((node) => (node.source.path === path ? [node.place.start.offset] : []));
}

/** A fault that no rule reports must not vanish. */
function faultsWithoutRule(draft: DraftPlan, rules: readonly Rule[]): readonly RuleFailure[] {
  const known = new Set(rules.filter((rule) => rule.sees === 'fault').map((rule) => rule.id));
  return draft.faults
    .filter((fault) => !known.has(fault.rule))
    .map((fault) => ({
      rule: fault.rule,
      path: fault.place.path,
      error: new Error(`No rule reports the fault "${fault.rule}" (${fault.subject}).`),
    }));
}
