/** A plan that holds what it promises. Only `check` makes one, so renderers need no guards. */
import type { PhrasingContent } from 'mdast';
import type { PartDefinition } from './content-model.ts';
import type { Block, Definitions, DraftPart, SourceText } from './draft.ts';
import type { NodeMatter, PlanMatter } from './matter.ts';
import type { Place } from './place.ts';

/** A part with content. */
export interface FilledPart {
  readonly state: 'filled';
  readonly definition: PartDefinition;
  /** As the author wrote it. */
  readonly heading: string;
  readonly part: DraftPart;
}

/** A part that the author left out on purpose: `none: the reason`. */
export interface WaivedPart {
  readonly state: 'waived';
  readonly definition: PartDefinition;
  readonly heading: string;
  readonly reason: readonly PhrasingContent[];
}

/** A part that is not there. Only a draft build has these: each is shown as a gap. */
export interface GapPart {
  readonly state: 'gap';
  readonly definition: PartDefinition;
  readonly heading: string;
  readonly gap: 'missing' | 'empty' | 'placeholder';
}

export type Part = FilledPart | WaivedPart | GapPart;

/** The title of a node that has none, in draft builds. */
export function untitled(type: 'plan' | 'goal' | 'section'): string {
  return `[Untitled ${type}]`;
}

/** What plan, goal and section have in common. */
interface PlanNode {
  readonly title: string;
  readonly titleContent: readonly PhrasingContent[];
  readonly source: SourceText;
  readonly definitions: Definitions;
  readonly place: Place;
}

/**
 * A section; `parts` in the content model's order, unknown ones (draft builds only) after them. Its blocks may be read
 * when the first of them is asked for.
 */
export interface Section extends PlanNode {
  readonly type: 'section';
  readonly matter: NodeMatter;
  /** The files that its pictures and definitions show, where they are known without its text. */
  readonly assets: readonly string[] | undefined;
  /** The slugs of the headings in the intro, where they are known without it. */
  readonly headings?: readonly string[];
  readonly intro: readonly Block[];
  readonly parts: readonly Part[];
}

export interface Goal extends PlanNode {
  readonly type: 'goal';
  readonly matter: NodeMatter;
  readonly body: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Plan extends PlanNode {
  readonly type: 'plan';
  readonly slug: string;
  /** A draft build: gaps stand in it as gaps, and every page says DRAFT. */
  readonly draft: boolean;
  readonly matter: PlanMatter;
  readonly body: readonly Block[];
  readonly goals: readonly Goal[];
}
