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

/** What shows that a recommendation works (ANSI/AIIM 22: PerformanceIndicator). */
export interface Indicator {
  readonly name: string;
  readonly unit?: string;
  readonly baseline?: Measure;
  readonly target?: Measure;
  readonly actual?: Measure;
  readonly status?: string;
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
  readonly waiver?: readonly PhrasingContent[];
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

/** A section (StratML: Objective). */
export interface DraftSection {
  readonly type: 'section';
  readonly matter: Matter<NodeMatter>;
  readonly title: Located<string> | undefined;
  /** The title's phrasing, for emphasis and foreign words in it. */
  readonly titleContent: readonly PhrasingContent[];
  readonly source: SourceText;
  readonly definitions: Definitions;
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
