/**
 * What a project may say in `briefwright.config.ts`, `.js`, `.yaml` or `.json`. This file is published as it stands:
 * it imports nothing, so that its types can be read without ours.
 */

/** How loudly a rule reports. `error` stops a build; `warning` only with `--strict`; `info` is only told. */
export type ConfigLevel = 'error' | 'warning' | 'info' | 'off';

/** Levels by the names of rules (`briefwright rules`). */
export type ConfigLevels = Readonly<Record<string, ConfigLevel>>;

/** One part that every section has or may have. */
export interface ConfigPart {
  /** The heading above the part; by language where sections are written in several: `{ en: 'Finding', fr: 'Constat' }`. */
  readonly heading: string | Readonly<Record<string, string>>;
  /** The part's name in messages, style sheets and JSON: lower-case letters, digits and hyphens. From the heading, where it is not given. */
  readonly id?: string;
  /** Other headings that mean the same part; by language, if you like. Upper and lower case and a colon at the end make no difference. */
  readonly aliases?: readonly string[] | Readonly<Record<string, string | readonly string[]>>;
  /** Whether a section without the part is a fault. True, unless said otherwise. */
  readonly required?: boolean;
  /** The part that a reader who only leafs must find: set apart in every edition. The first one, unless said otherwise. */
  readonly lead?: boolean;
  /** What stands in the part. `stakeholders` are read from a list, `indicators` from a list or a table. `prose`, unless said otherwise. */
  readonly content?: 'prose' | 'list' | 'table' | 'stakeholders' | 'indicators';
  /** At least so many: items of a list, rows of a table, paragraphs of prose. */
  readonly atLeast?: number;
  /** At most so many words. */
  readonly wordsAtMost?: number;
  /** How loudly rules report about this part: one level for all of them, or levels by rule. */
  readonly severity?: ConfigLevel | ConfigLevels;
}

/** What somebody who examined a plan's book stands up for. EPUB Accessibility 1.1, 3: Conformance. */
export interface AccessibilityClaim {
  /** The level of WCAG 2.2 that the book was found to reach. */
  readonly level: 'A' | 'AA' | 'AAA';
  /** Who examined it. */
  readonly certifiedBy: string;
  /** The address of the report, `https://…`. */
  readonly report?: string | undefined;
}

/** The whole config. Everything may be left out. */
export interface BriefwrightConfig {
  /** For editors: the address of the JSON Schema. */
  readonly $schema?: string;
  /** Where the plans are, relative to the config: folders, files or globs. `sources`, unless said otherwise. */
  readonly sources?: string | readonly string[];
  /** The parts of a section, in their order. Recommendation, background, stakeholders and indicators, unless said otherwise. */
  readonly parts?: readonly ConfigPart[];
  /** Whether parts must stand in the order of `parts` (`listed`, unless said otherwise) or may stand in any. */
  readonly order?: 'listed' | 'any';
  /** How loudly rules report. */
  readonly rules?: ConfigLevels;
  /** How loudly rules report beneath a folder; of several folders that hold a file, the last one counts. */
  readonly folders?: Readonly<Record<string, ConfigLevels>>;
  readonly stakeholders?: {
    /** The names that may be used; any other is reported by `stakeholder-not-in-register`. */
    readonly register?: readonly string[];
    /** Roles beside StratML's Performer and Beneficiary. */
    readonly roles?: readonly string[];
  };
  /** The least share of sections, in percent, that must have a part filled or waived: `{ indicators: 80 }`. */
  readonly minCoverage?: Readonly<Record<string, number>>;
  /** Claims that people make about the books, by the plan's name: `{ 'cool-city': { level: 'AA', certifiedBy: 'DAISY' } }`. None is made by itself. */
  readonly accessibility?: Readonly<Record<string, AccessibilityClaim>>;
  /** The paper of the print. */
  readonly print?: {
    /** The page, as it is cut. `A4`, unless said otherwise. */
    readonly size?: 'A4' | 'Letter' | 'A5';
    /** On 2 sides, unless said otherwise, goals open on a right-hand page and margins mirror. */
    readonly sides?: 1 | 2;
    /** How far the print reaches over the page's edge, such as `3mm`. */
    readonly bleed?: string;
    /** Whether marks show where to cut. */
    readonly marks?: boolean;
    /** Whether all is printed in black ink. */
    readonly grey?: boolean;
  };
  /** The look of all editions: `bureau`, `journal`, or the name of a file of your own in `styles/themes/`. */
  readonly theme?: string;
  /** Whether warnings fail too, as with `--strict`. */
  readonly strict?: boolean;
  /** How many warnings are borne, as with `--max-warnings`. */
  readonly maxWarnings?: number;
  /** The file that holds the findings a project lives with for now. `briefwright-baseline.json`, unless said otherwise. */
  readonly baseline?: string;
}

/** The config as it is, checked by the editor while it is written. */
export function defineConfig(config: BriefwrightConfig): BriefwrightConfig {
  return config;
}
