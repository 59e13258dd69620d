/** What a rule is: a small product of its own, with its text, its severity and its check. */
import type { ContentModel, PartDefinition } from '../model/content-model.ts';
import type { DraftPlan, DraftSection, Fault } from '../model/draft.ts';
import type { Finding, Level, Related } from '../model/finding.ts';
import type { PlanMatter } from '../model/matter.ts';
import type { Suppression } from './suppressions.ts';
import type { WrittenFile } from './written-file.ts';

/** A rule's page: printed by `briefwright explain`, kept as `docs/rules/<id>.md`. Plain Markdown. */
export interface RuleDocs {
  /** What the rule looks for. */
  readonly what: string;
  /** Why it matters to those who read the plan. */
  readonly why: string;
  /** A piece of a source in which the rule finds something. */
  readonly example: string;
  /** The same piece as it should be. */
  readonly instead: string;
}

/** What rules may know beside what they look at. */
export interface CheckContext {
  readonly model: ContentModel;
  /** The plan's own front matter: its date, its language. */
  readonly matter: PlanMatter;
  /** The names a project keeps a register of; undefined where it keeps none. */
  readonly register: readonly string[] | undefined;
  /** The roles that stakeholders may have beside StratML's. */
  readonly roles: readonly string[];
  /** The names of all rules. */
  readonly ruleIds: readonly string[];
  /** How loudly the rule of that id reports in that file, about that part where it is about one. */
  levelOf(rule: string, path: string, part?: PartDefinition): Level;
}

/** What a rule reports; its id and its severity are added by `check`. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'related' | 'fingerprint'> & {
  readonly related?: readonly Related[];
  /** The part that it is about: a project may give its findings a level of their own, and its config asks for it. */
  readonly part?: PartDefinition | undefined;
};

export type Report = (found: Found) => void;

interface RuleText {
  /** Names the fault, such as `missing-part`. Never changes once published. */
  readonly id: string;
  readonly severity: Level;
  /** One line for lists of rules. */
  readonly summary: string;
  readonly docs: RuleDocs;
}

/** Reports what reading stumbled over under the rule's own id. */
export interface FaultRule extends RuleText {
  readonly sees: 'fault';
  check(fault: Fault, context: CheckContext, report: Report): void;
}

/** Knows one section with its parts. */
export interface SectionRule extends RuleText {
  readonly sees: 'section';
  check(section: DraftSection, context: CheckContext, report: Report): void;
}

/** Knows the running text of one file, whatever goals and sections stand in it. */
export interface FileRule extends RuleText {
  readonly sees: 'file';
  check(file: WrittenFile, context: CheckContext, report: Report): void;
}

/** Compares sections or files with one another; too wide to be run at every keystroke. */
export interface PlanRule extends RuleText {
  readonly sees: 'plan';
  check(draft: DraftPlan, context: CheckContext, report: Report): void;
}

/** Judges a comment that holds findings back, once it is known what it holds. */
export interface SuppressionRule extends RuleText {
  readonly sees: 'suppression';
  check(suppression: Suppression, context: CheckContext, report: Report): void;
}

export type Rule = FaultRule | SectionRule | FileRule | PlanRule | SuppressionRule;
