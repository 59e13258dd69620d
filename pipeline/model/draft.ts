/**
 * What an author wrote, as it stands: any piece may be missing, doubled or wrong.
 * Reading never fails; what it stumbles over is kept as a fault, and the check turns faults into findings.
 */
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { PartDefinition } from './content-model.ts';
import type { Matter, NodeMatter, PlanMatter } from './matter.ts';
import type { Located, Place } from './place.ts';

/** A block of a source: mdast, every node with its position in the file that the draft's node names. */
export type Block = BlockContent | DefinitionContent | RootContent;

/** A text of the plan, decoded. `path` is shown to the author: relative to the project, with `/`. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * Something reading stumbled over. `rule` names the check rule that reports it, the rest is what that rule
 * needs to write its message.
 */
export interface Fault {
  readonly rule: string;
  readonly place: Place;
  /** The author's own words: a key, an id, a link's target. */
  readonly subject: string;
  /** What was expected, or the nearest right word ("did you mean"). */
  readonly expected?: string;
  /** More for the message: another tool's reason, or where the other one stands. */
  readonly detail?: string;
  readonly other?: Place;
}

/** How far a part keeps its promise. */
export type PartState = 'filled' | 'empty' | 'placeholder' | 'waived';

/** Someone a section names (StratML: Stakeholder). */
export interface Stakeholder {
  readonly name: string;
  /** StratML StakeholderTypeType. */
  readonly kind?: 'Person' | 'Organization' | 'Generic_Group';
  /** StratML RoleType where known (`Performer`, `Beneficiary`), else the author's word. */
  readonly roles: readonly string[];
  /** What they do: the rest of the item's first paragraph, and the blocks beneath it. */
  readonly description: readonly PhrasingContent[];
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** One value of an indicator, as written and, where it is one, as a number. */
export interface Measure {
  /** As the author wrote it, such as "40 % of budgets". */
  readonly text: string;
  /** The decimal in it, without grouping, such as "40" or "1200.5". */
  readonly number?: string;
  /** When: a year, a month or a day, as written. */
  readonly date?: string;
}

/** One value of an indicator over time, a row of its table of results (ANSI/AIIM 22: TargetResult, ActualResult). */
export interface IndicatorResult {
  readonly kind: 'target' | 'actual' | 'baseline';
  /** First and last day of the period, as written; either may be missing. */
  readonly from?: string;
  readonly to?: string;
  readonly value?: Measure;
  /** A value that is no number, and what it is a value of (Descriptor). */
  readonly measure?: string;
  readonly reading?: string;
  readonly note?: string;
  /** Results of one set belong together (MeasurementInstance), counted from 1. */
  readonly set: number;
}

/** What an indicator has to do with another one (ANSI/AIIM 22: Relationship). */
export interface IndicatorRelation {
  readonly kind?: 'Broader_Than' | 'Peer_To' | 'Narrower_Than';
  readonly name: string;
  readonly description: string;
  readonly id?: string;
  /** The ids of the other ones, in this document or in any other. */
  readonly refs: readonly string[];
}

/** What shows that a recommendation works (ANSI/AIIM 22: PerformanceIndicator). */
export interface Indicator {
  readonly name: string;
  readonly id?: string;
  readonly sequence?: string;
  /** StratML ValueChainStage, such as `Outcome`, and PerformanceIndicatorType, such as `Quantitative`; or the author's word. */
  readonly stage?: string;
  readonly type?: string;
  readonly unit?: string;
  readonly baseline?: Measure;
  readonly target?: Measure;
  readonly actual?: Measure;
  readonly status?: string;
  /** From the tables of results beneath the item; those tables stay among the blocks, marked as `data-results`. */
  readonly results: readonly IndicatorResult[];
  /** From the list of relations beneath the item, which stays among the blocks, marked as `data-relations`. */
  readonly relations: readonly IndicatorRelation[];
  /** What the item says beyond that; all of it where it is plain text. */
  readonly description: readonly PhrasingContent[];
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** A part as written: its heading, its blocks, and what was read from them. */
export interface DraftPart {
  readonly type: 'part';
  /** Undefined where the heading is none that the content model knows. */
  readonly definition: PartDefinition | undefined;
  readonly heading: Located<string>;
  readonly depth: number;
  readonly state: PartState;
  /** Why the part is waived, for `none: the reason`; absent or empty where no reason is given. */
  readonly waiver?: readonly PhrasingContent[] | undefined;
  /** The slugs of the headings in the content, where they are known without it. */
  readonly headings?: readonly string[];
  /** Everything beneath the heading, as written. */
  readonly content: readonly Block[];
  /** Read from the lists where the part holds stakeholders; empty otherwise. */
  readonly stakeholders: readonly Stakeholder[];
  /** Read from the lists and tables where the part holds indicators; empty otherwise. */
  readonly indicators: readonly Indicator[];
  /** The blocks before and after those lists and tables. Where nothing was read from them, `before` is all. */
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** From the heading to the end of the content. */
  readonly place: Place;
}

/** The definitions of a file that its blocks refer to: links, images and footnotes. */
export interface Definitions {
  readonly content: readonly Block[];
}

/** What is known of a section whose text was left alone. */
export interface SectionFacts {
  /** A hash of all that it was read from, and of where its links lead. */
  readonly key: string;
  /** The files that its pictures and definitions show. */
  readonly assets: readonly string[];
}

/** A section (StratML: Objective). Its blocks may be read when the first of them is asked for. */
export interface DraftSection {
  readonly type: 'section';
  readonly matter: Matter<NodeMatter>;
  readonly title: Located<string> | undefined;
  /** The title's phrasing, for emphasis and foreign words in it. */
  readonly titleContent: readonly PhrasingContent[];
  readonly source: SourceText;
  readonly definitions: Definitions;
  readonly facts?: SectionFacts | undefined;
  /** The slugs of the headings in the intro, where they are known without it. */
  readonly headings?: readonly string[];
  /** What stands between the title and the first part. */
  readonly intro: readonly Block[];
  /** In the order they are written, unknown ones among them. */
  readonly parts: readonly DraftPart[];
  readonly place: Place;
}

/** A goal (StratML: Goal). */
export interface DraftGoal {
  readonly type: 'goal';
  readonly matter: Matter<NodeMatter>;
  readonly title: Located<string> | undefined;
  readonly titleContent: readonly PhrasingContent[];
  readonly source: SourceText;
  readonly definitions: Definitions;
  readonly body: readonly Block[];
  readonly sections: readonly DraftSection[];
  readonly place: Place;
}

/** A plan (StratML: StrategicPlan), whichever layout it is written in. */
export interface DraftPlan {
  readonly type: 'plan';
  /** The folder's name: `dist/<slug>/`. */
  readonly slug: string;
  /** The plan's folder, as shown to the author. */
  readonly folder: string;
  readonly matter: Matter<PlanMatter>;
  readonly title: Located<string> | undefined;
  readonly titleContent: readonly PhrasingContent[];
  readonly source: SourceText;
  readonly definitions: Definitions;
  readonly body: readonly Block[];
  readonly goals: readonly DraftGoal[];
  readonly faults: readonly Fault[];
  readonly sources: readonly SourceText[];
  readonly place: Place;
}
