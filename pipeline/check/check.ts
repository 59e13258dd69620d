/** Runs every rule over a draft. */
import type { ContentModel } from '../model/content-model.ts';
import type { DraftPlan } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { hashOf } from '../model/hash.ts';
import { type Known, nothingKnown } from '../model/known.ts';
import { withFingerprints } from './fingerprints.ts';
import { guarded, type RuleFailure } from './guarded.ts';
import { type LevelOptions, levelTable } from './levels.ts';
import { checkNarrowly, type NarrowFindings } from './narrow.ts';
import { reporter } from './reporter.ts';
import type { CheckContext, Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { inDocumentOrder } from './sort.ts';
import { type Suppression, suppress } from './suppressions.ts';
import { filesOf, nodesOf, writtenFile } from './written-file.ts';

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
  /** What was found before in files that have not changed. To be kept only where no rule failed. */
  readonly known?: Known;
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
  const context: CheckContext = {
    model: options.model,
    matter: draft.matter.value,
    register: options.register,
    roles: options.roles ?? [],
    ruleIds: rules.map((rule) => rule.id),
    levelOf: levelTable(rules, options),
  };
  const narrow = checkFiles(draft, rules, context, options);
  const found = narrow.flatMap(({ findings }) => findings);
  const failures = narrow.flatMap((one) => one.failures);
  const isNarrow = options.files !== undefined;

  const run = (rule: Rule, suppressions: readonly Suppression[], into: Finding[]): void => {
    const report = reporter(rule, context, into);
    const guard = (path: string, check: () => void) =>
      guarded({ rule: rule.id, path }, failures, check);
    switch (rule.sees) {
      case 'fault':
        for (const fault of draft.faults.filter((one) => one.rule === rule.id)) {
          guard(fault.place.path, () => rule.check(fault, context, report));
        }
        break;
      case 'plan':
        guard(draft.source.path, () => rule.check(draft, context, report));
        break;
      case 'suppression':
        for (const one of suppressions) {
          guard(one.source.path, () => rule.check(one, context, report));
        }
        break;
      default:
    }
  };
  for (const rule of rules) {
    if (!isNarrow || rule.sees !== 'plan') run(rule, [], found);
  }
  const held = suppress(
    found,
    narrow.flatMap((one) => one.suppressions),
    startsIn(draft),
  );
  const findings = [...held.findings];
  for (const rule of rules) {
    if (rule.sees === 'suppression' && !isNarrow) run(rule, held.suppressions, findings);
  }
  failures.push(...faultsWithoutRule(draft, rules));
  return { findings: withFingerprints(inDocumentOrder(findings, draft), draft), failures };
}

/** What the rules that see one file find in each, from what is known where nothing in it has changed. */
function checkFiles(
  draft: DraftPlan,
  rules: readonly Rule[],
  context: CheckContext,
  { files: wanted, known = nothingKnown, levels, folders }: CheckOptions,
): readonly (NarrowFindings & { readonly suppressions: readonly Suppression[] })[] {
  const { levelOf: _, ...told } = context;
  const key = hashOf(told, levels, folders);
  return filesOf(draft, wanted).map((nodes) => {
    const sections = nodes.filter((node) => node.type === 'section');
    const written = () => writtenFile(nodes, draft);
    const find = () => checkNarrowly({ written, sections }, rules, context);
    const [only] = sections;
    const facts = nodes.length === 1 ? only?.facts : undefined;
    const found = facts ? known.once(`findings ${key} ${facts.key}`, find) : find();
    const source = nodes[0]?.source ?? draft.source;
    return { ...found, suppressions: found.comments.map((one) => ({ ...one, source })) };
  });
}

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
