/**
 * What an import yields, whatever it came from: a plan in which only that stands which its source says,
 * and notes on what was done to it.
 */
import type { RootContent } from 'mdast';
import type { KeptText } from '../../model/kept-markdown.ts';
import type { PlanMatter } from '../../model/matter.ts';
import type { Place } from '../../model/place.ts';

/**
 * What an import did that its user should look at.
 * `repaired`: written in another way, without loss. `guessed`: may be wrong, look at it.
 * `empty`: a label or element with nothing in it. `missing`: not in the source at all.
 * `lost`: in the source, but not in the result. `hint`: nothing was done, but something may be worth doing.
 */
export interface ImportNote {
  readonly kind: 'repaired' | 'guessed' | 'empty' | 'missing' | 'lost' | 'hint';
  /** One sentence, or two: what was found, and what to do. */
  readonly message: string;
  /** In the file that is imported. */
  readonly place: Place;
}

/** Someone a plan, a goal or a section names (StratML: Stakeholder). */
export interface ImportedStakeholder {
  readonly name: string;
  readonly kind?: 'Person' | 'Organization' | 'Generic_Group';
  /** `Performer`, `Beneficiary`, or the source's own word. */
  readonly roles: readonly string[];
  /** One paragraph; empty where the source says nothing. */
  readonly description: string;
  /** What goes beneath: further paragraphs, a list of roles. */
  readonly blocks: readonly RootContent[];
}

/** A part, under its heading. Lists of stakeholders stand apart, since their items have a form of their own. */
export interface ImportedPart {
  readonly heading: string;
  readonly blocks: readonly RootContent[];
  readonly stakeholders: readonly ImportedStakeholder[];
}

/** What plan, goal and section have in common. */
export interface ImportedNode {
  readonly id?: string | undefined;
  readonly sequence?: string | undefined;
  /** Undefined where the source does not name it. */
  readonly title: string | undefined;
  /** What stands between the title and the first part. */
  readonly intro: readonly RootContent[];
  readonly parts: readonly ImportedPart[];
  /** True where the source only mentions this node: its own text is still to come from elsewhere. */
  readonly mentioned: boolean;
  /** The file it was once written from, where that still says the same: it is taken as it is. */
  readonly written?: KeptText | undefined;
  readonly place: Place;
}

export interface ImportedSection extends ImportedNode {
  readonly type: 'section';
}

export interface ImportedGoal extends ImportedNode {
  readonly type: 'goal';
  readonly sections: readonly ImportedSection[];
}

export interface ImportedPlan extends ImportedNode {
  readonly type: 'plan';
  /** Front matter, without title and id. */
  readonly matter: Partial<Omit<PlanMatter, 'title' | 'id'>>;
  readonly goals: readonly ImportedGoal[];
  /** True where `written` is all of the plan, goals and sections too. */
  readonly whole?: boolean;
  /** Files that the text shows. */
  readonly assets?: readonly ImportedAsset[];
}

/** A picture of the source. */
export interface ImportedAsset {
  /** Relative to the plan's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The outcome of an import. `plan` is undefined where the source is none that could be read; a note says why. */
export interface Imported {
  readonly plan: ImportedPlan | undefined;
  readonly notes: readonly ImportNote[];
}
