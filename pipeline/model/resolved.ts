/**
 * A plan with everything computed that all editions share: numbers, anchors, paths, links, contents, notes.
 *
 * Text is hast ("flow") that belongs to no edition. Each edition turns the first four marks in it into its own links and words:
 * - `<a data-target="anchor">` leads to the block with that id, wherever the edition puts it;
 * - `<img data-asset="path">` shows the asset of that path;
 * - `<a data-note="anchor" id="…">` calls the note with that anchor;
 * - `<span data-caption="table" data-number="3">` (or `figure`) stands, empty, before a caption's text: "Table 3. ".
 * - `<table data-results>` and `<ul data-relations>` beneath an indicator show what its results and relations say.
 * Everything else in a flow is sanitised HTML, with no script, no style and no address but http, https, mailto.
 */
import type { Root } from 'hast';
import type { PartContent } from './content-model.ts';
import type { IndicatorRelation, IndicatorResult, Measure } from './draft.ts';
import type { Contributor, Organization, StratmlMatter, Submitter } from './matter.ts';

/** Edition-neutral hast. A node's flows are made when the first of them is asked for. Every top-level block has an `id`; citable paragraphs have `data-paragraph`, their number. */
export type Flow = Root;

/** What can be linked to. */
export interface Target {
  /** Unique in the plan, ASCII, a valid NCName: the `id` in every edition. Derived from ids and content, not from order. */
  readonly anchor: string;
  /** The site's page that holds it, relative to the plan's folder: `3-partnerships/3-13-russia.html`. */
  readonly page: string;
}

/** A note, numbered from 1 in its goal or section. */
export interface Note {
  readonly anchor: string;
  readonly number: number;
  /** The ids of the calls, in order: a note may be called more than once. */
  readonly calls: readonly string[];
  readonly flow: Flow;
}

export interface ResolvedStakeholder {
  readonly name: string;
  readonly kind: 'Person' | 'Organization' | 'Generic_Group' | undefined;
  readonly roles: readonly string[];
  readonly description: Flow;
  readonly anchor: string;
}

export interface ResolvedIndicator {
  readonly name: string;
  readonly id: string | undefined;
  readonly sequence: string | undefined;
  readonly stage: string | undefined;
  readonly type: string | undefined;
  readonly unit: string | undefined;
  readonly baseline: Measure | undefined;
  readonly target: Measure | undefined;
  readonly actual: Measure | undefined;
  readonly status: string | undefined;
  readonly results: readonly IndicatorResult[];
  readonly relations: readonly IndicatorRelation[];
  readonly description: Flow;
  readonly anchor: string;
}

/** One part of a section, ready to be shown. */
export interface ResolvedPart {
  /** The definition's id, such as `recommendation`. */
  readonly id: string;
  readonly heading: string;
  readonly anchor: string;
  readonly lead: boolean;
  readonly content: PartContent;
  readonly state: 'filled' | 'waived' | 'gap';
  /** Why the part is not there; set where it is a gap. */
  readonly gap: 'missing' | 'empty' | 'placeholder' | undefined;
  /** The reason of a waiver, else what stands before the lists (all of it for prose). */
  readonly flow: Flow;
  readonly stakeholders: readonly ResolvedStakeholder[];
  readonly indicators: readonly ResolvedIndicator[];
  /** What stands after the lists. */
  readonly after: Flow;
}

/** Where a node was written. */
export interface Origin {
  /** The file, as shown to the author. */
  readonly path: string;
  /** The node's own name in the plan's folder, from which an id is made where the author gave none: a path, or places. */
  readonly key: string;
  /** All of the file's text. */
  readonly text: string;
}

export interface ResolvedSection extends Target {
  readonly type: 'section';
  readonly origin: Origin;
  /** A hash of everything that the node and its flows are made from, its title and number too; not its children's. */
  readonly key: string;
  /** `3.13`, or undefined where the author gave none. */
  readonly number: string | undefined;
  readonly title: string;
  readonly titleFlow: Flow;
  readonly id: string | undefined;
  readonly lang: string | undefined;
  readonly intro: Flow;
  readonly parts: readonly ResolvedPart[];
  readonly notes: readonly Note[];
}

export interface ResolvedGoal extends Target {
  readonly type: 'goal';
  readonly origin: Origin;
  /** A hash of everything that the node and its flows are made from, its title and number too; not its children's. */
  readonly key: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly titleFlow: Flow;
  readonly id: string | undefined;
  readonly lang: string | undefined;
  readonly body: Flow;
  readonly notes: readonly Note[];
  readonly sections: readonly ResolvedSection[];
}

/** A captioned table or figure, for the lists of them. */
export interface Captioned extends Target {
  readonly number: number;
  readonly caption: string;
}

/** A file of the plan that editions carry along. */
export interface Asset {
  /** As in `data-asset`: relative to the project, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  /** In CSS pixels, where the file says so. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly bytes: Uint8Array;
  /** Hex; the first 12 digits go into file names. */
  readonly sha256: string;
}

/** A stakeholder across the plan: who is named where. */
export interface StakeholderEntry {
  readonly name: string;
  readonly mentions: readonly {
    readonly section: ResolvedSection;
    readonly roles: readonly string[];
  }[];
}

export interface ResolvedPlan extends Target {
  readonly type: 'plan';
  readonly origin: Origin;
  /** A hash of everything that the node and its flows are made from, its title and number too; not its children's. */
  readonly key: string;
  readonly slug: string;
  readonly draft: boolean;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly titleFlow: Flow;
  readonly subtitle: string | undefined;
  readonly contributors: readonly Contributor[];
  readonly organizations: readonly Organization[];
  /** ISO 8601 days. */
  readonly date: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The author's id, where there is one. */
  readonly id: string | undefined;
  /** `urn:uuid:` and a name-based UUID (RFC 9562, version 5) of the id, else of the slug. */
  readonly urn: string;
  readonly rights: string | undefined;
  readonly source: string | undefined;
  readonly publisher: string | undefined;
  readonly subjects: readonly string[];
  readonly summary: string | undefined;
  readonly status: string | undefined;
  readonly version: string | undefined;
  readonly isbn: string | undefined;
  readonly handling: string | undefined;
  readonly url: string | undefined;
  readonly submitter: Submitter | undefined;
  readonly stratml: StratmlMatter | undefined;
  readonly body: Flow;
  readonly notes: readonly Note[];
  readonly goals: readonly ResolvedGoal[];
  readonly tables: readonly Captioned[];
  readonly figures: readonly Captioned[];
  readonly stakeholders: readonly StakeholderEntry[];
  readonly assets: ReadonlyMap<string, Asset>;
  /** The page of every anchor (blocks too), for links between pages. */
  readonly pages: ReadonlyMap<string, string>;
  readonly words: number;
}
