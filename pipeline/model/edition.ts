/** What an edition is: a value that turns a resolved plan into files, given everything it needs. */
import type { AccessibilityClaim } from './config.ts';
import type { Finding } from './finding.ts';
import type { Known } from './known.ts';
import type { ResolvedPlan } from './resolved.ts';
import type { Sheet } from './sheet.ts';
import type { StratmlPart } from './stratml.ts';

export const formats = ['pdf', 'html', 'single', 'epub', 'stratml', 'json'] as const;

/** The editions, in the order they are made: the print first, since the others cite its pages. */
export type Format = (typeof formats)[number];

/** What a build makes unless it is told otherwise; a single page is asked for. */
export const usualFormats: readonly Format[] = formats.filter((format) => format !== 'single');

/** The name of an edition that is one file, relative to `dist/<slug>/`. */
export function editionFile(slug: string, format: Exclude<Format, 'html'>): string {
  if (format === 'stratml') return `${slug}.stratml.xml`;
  return `${slug}.${format === 'single' ? 'html' : format}`;
}

/** One finished file. `path` is relative to `dist/<slug>/`, with `/`. */
export interface Artifact {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Of the bytes, in hexadecimal, where it is known. */
  readonly sha256?: string;
}

/** A file that stands in `dist/<slug>/` as it would be made. */
export interface StandingFile {
  readonly path: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A page of the print. `label` is what is printed on it: `iv`, `41`; empty where nothing is. */
export interface PrintedPage {
  readonly label: string;
}

/** Where every anchor stands in the print: the resolved page of each block, a value other editions cite. */
export interface PageMap {
  readonly pages: readonly PrintedPage[];
  /** Anchor to the index of its page, from 0. */
  readonly anchors: ReadonlyMap<string, number>;
  /** For the print's own next time: the notes at the feet of pages, by page of their chapter and by height in points. */
  readonly feet?: ReadonlyMap<string, { readonly page: number; readonly height: number }>;
}

/** A font file that is embedded. `path` is the name it has in an edition: `fonts/source-serif-4-regular.woff2`. */
export interface FontFile {
  readonly path: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** CSS unicode-range, where the file serves only some scripts. */
  readonly unicodeRange: string | undefined;
  /** Of formulas alone (it has the OpenType table MATH): it goes along where there is one. */
  readonly formulas: boolean;
  readonly bytes: Uint8Array;
}

/** The words an edition adds, in the plan's language: `contents`, `page`, `draft` … from `templates/labels/`. */
export type Labels = Readonly<Record<string, string>>;

/** The templates of all editions. Raises `TemplateError`, which names template, line and column. */
export interface Templates {
  /** `name` is the path below `templates/` without ending: `html/section`. Values are escaped unless piped through `raw`. */
  render(name: string, view: object): string;
}

/** The style sheets, by their path below `styles/`: `tokens.css`, `print/book.css`. */
export type Styles = ReadonlyMap<string, string>;

/** A page of HTML to print, and every file it may ask for; nothing else is reachable. */
export interface PrintJob {
  readonly html: string;
  /** By path relative to the page: `fonts/x.woff2`. */
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mediaType: string }>;
  /** With tags and outline: slower; intermediate prints go without. */
  readonly tagged: boolean;
}

/** Where a document's anchors stand, on its pages or where they would be. */
export interface Places {
  readonly pageCount: number;
  /** Anchor to the index of its page, from 0. */
  readonly pages: ReadonlyMap<string, number>;
  /** Anchor to how far down the area of the text it stands, in points. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Pages on their side. */
  readonly turned: ReadonlySet<number>;
}

/** A page that stays open, for a document that is laid out several times before it is printed. */
export interface Proof {
  /**
   * Shows a document and tells where everything stands in it that a link leads to, without printing: its pages are the
   * columns that its own style makes of them on a screen. Only what differs from the document before is laid out anew.
   */
  place(html: string): Promise<Places>;
  /** Shows a document and prints it. `meanwhile` is done while the browser prints. */
  print(html: string, tagged: boolean, meanwhile?: () => Promise<void>): Promise<Uint8Array>;
}

/** A browser that prints. Raises `ToolError` where there is none or it fails. */
export interface Printer {
  print(job: PrintJob): Promise<Uint8Array>;
  /** Opens a page with its files for as long as `work` takes. */
  proof<T>(files: PrintJob['files'], work: (proof: Proof) => Promise<T>): Promise<T>;
  /** Such as `HeadlessChrome/156.0.8078.79`. */
  version(): Promise<string>;
}

/** Printed pieces of the book, from this build and the last, as bytes by a key that stands for all that went into them. */
export interface KeptPieces {
  read(key: string): Uint8Array | undefined;
  write(key: string, bytes: Uint8Array): void;
}

/** Everything an edition needs beside the plan. */
export interface EditionContext {
  readonly templates: Templates;
  readonly styles: Styles;
  readonly fonts: readonly FontFile[];
  /** The same families cut by script, small enough to be sent: each has a unicode-range. */
  readonly siteFonts: readonly FontFile[];
  readonly labels: Labels;
  /** What runs in a reader's browser, by name: `site`, `live`. */
  readonly scripts: ReadonlyMap<string, string>;
  /** The address of the script that keeps a page of the preview up to date; undefined for a site that is published. */
  readonly live?: string | undefined;
  readonly printer: Printer;
  /** The editions that this build makes, so that one can link to another: `<slug>.pdf`, `<slug>.epub`. */
  readonly formats: readonly Format[];
  /** The part of StratML to write; undefined where the plan decides. */
  readonly stratmlPart?: StratmlPart | undefined;
  /** The paper of the print; `usualSheet` where nobody says. */
  readonly sheet?: Sheet | undefined;
  /** What somebody claims of the book's accessibility; undefined where nobody does. */
  readonly claim?: AccessibilityClaim | undefined;
  /** What the last build made with these templates, styles and settings; nothing where nobody says. */
  readonly known?: Known;
  /** What the last build printed with this browser; nothing where nobody says. */
  readonly pieces?: KeptPieces;
  /** What stands in the plan's folder in `dist/`, by path. */
  readonly standing?: ReadonlyMap<string, Pick<StandingFile, 'size' | 'sha256'>>;
  /** The bytes of one of them, which somebody else may have changed since; undefined where it is gone. */
  readonly readStanding?: (path: string) => Uint8Array | undefined;
  /** Is told which parts of an edition are made again, and why, as a sentence without a full stop. */
  readonly explain?: (line: string) => void;
  /** From the print of this build, where there is one. For the print itself, from the last build: no more than a guess. */
  readonly pageMap: PageMap | undefined;
  /** The date inside the files: from SOURCE_DATE_EPOCH, else the plan's, never the clock. */
  readonly date: Date;
  /** briefwright's own version. */
  readonly version: string;
}

export interface EditionResult {
  readonly artifacts: readonly Artifact[];
  /** The files of the edition that need not be made. */
  readonly standing?: readonly StandingFile[];
  readonly findings: readonly Finding[];
  /** Only the print makes one. */
  readonly pageMap?: PageMap;
}

export interface Edition {
  readonly format: Format;
  render(plan: ResolvedPlan, context: EditionContext): Promise<EditionResult>;
}
