/** What a check reports: one fault, where it is, and the way out of it. */
import type { Place } from './place.ts';

/** `error` stops a build; `warning` does not, unless `--strict`; `info` is only told, such as a waiver. */
export type Severity = 'error' | 'warning' | 'info';

/** Whether a rule reports, and how loudly. `off` as a default means that a project has to ask for the rule. */
export type Level = Severity | 'off';

/** A second place that explains a finding, such as the section's own heading. */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** A change to one source text. Edits of one fix never overlap. */
export interface Edit {
  readonly place: Place;
  /** What stands in the place afterwards. */
  readonly text: string;
}

/** A change that mends a finding. `safe` keeps the meaning; an unsafe one writes something the author must complete. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** One fault (or remark) in a plan's sources or in a finished file. */
export interface Finding {
  readonly severity: Severity;
  /** The rule's id, such as `missing-part`; its page is `briefwright explain <rule>`. */
  readonly rule: string;
  /** One sentence that names the author's own object. */
  readonly message: string;
  readonly place: Place;
  /** What to do about it, as a sentence in the imperative. */
  readonly help: string;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  /** Stays the same when lines move or a title changes: from the rule, the id of the section, and the words. */
  readonly fingerprint?: string;
}
