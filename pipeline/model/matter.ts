/** Front matter, after it was validated: what a plan, a goal or a section says of itself. */
import type { Located } from './place.ts';
import type { DocumentType } from './stratml.ts';

/** Somebody who made the plan. `role` is a MARC relator code such as `aut` or `edt`. */
export interface Contributor {
  readonly name: string;
  readonly role: string;
  /** The name as it is sorted: "Ambur, Owen". */
  readonly fileAs?: string;
}

/** The body that stands behind a plan (StratML: Organization). */
export interface Organization {
  readonly name: string;
  readonly acronym?: string;
  readonly id?: string;
  readonly description?: string;
}

/** What only StratML has a place for: the kind of document, and the ids of elements that are no files here. */
export interface StratmlMatter {
  readonly type?: DocumentType;
  readonly vision?: string;
  readonly mission?: string;
  readonly submitter?: string;
}

/** Who sent a plan in (StratML: Submitter). */
export interface Submitter {
  readonly givenName?: string;
  readonly surname?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** What stands in the front matter of `plan.md`. Every field may be missing; dates are ISO 8601 days. */
export interface PlanMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly authors: readonly Contributor[];
  readonly organizations: readonly Organization[];
  /** The date that the plan shows, and that dates the editions. */
  readonly date?: string;
  /** First and last day that the plan covers (StratML: StartDate, EndDate). */
  readonly start?: string;
  readonly end?: string;
  /** BCP 47, such as `en` or `pt-BR`. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly id?: string;
  readonly rights?: string;
  /** Where the text comes from: an address or a citation. */
  readonly source?: string;
  readonly publisher?: string;
  readonly subjects: readonly string[];
  readonly summary?: string;
  /** Such as "Adopted" or "Consultation draft". */
  readonly status?: string;
  readonly version?: string;
  readonly isbn?: string;
  /** A handling mark that every printed page bears, such as "OFFICIAL". */
  readonly handling?: string;
  /** Where the site will stand, for canonical links. */
  readonly url?: string;
  readonly submitter?: Submitter;
  readonly stratml?: StratmlMatter;
}

/** What stands in the front matter of a goal or a section. */
export interface NodeMatter {
  readonly title?: string;
  /** The number or sign before the title: always a string, so that `5.10` is not `5.1`. */
  readonly sequence?: string;
  /** The identifier other documents know this by (StratML: Identifier). */
  readonly id?: string;
  readonly lang?: string;
}

/** Front matter with the place of each of its keys, for findings about them. */
export interface Matter<T> {
  readonly value: T;
  /** Places by key, `authors.0.name` for nested ones. */
  readonly places: ReadonlyMap<string, Located<string>['place']>;
}
