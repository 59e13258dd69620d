/** What goes into each edition of a plan, and which of them have to be made. */
import path from 'node:path';
import type { Format, PageMap } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { StratmlPart } from '../../model/stratml.ts';
import type { PlanReport } from '../plan-reports.ts';
import type { Cache } from './cache.ts';
import { pagesSchema, type StepInputs } from './record.ts';
import type { Stamps } from './stamps.ts';
import { reasonToRun, stampsNow } from './step.ts';

/** What the steps of all plans of a build have in common. The first four are hashes. */
export interface StepSettings {
  readonly code: string;
  readonly templates: string;
  readonly styles: string;
  readonly browser: string;
  /** The editions that are wanted. */
  readonly formats: readonly Format[];
  readonly draft: boolean;
  readonly part: StratmlPart | undefined;
  readonly sheet: Sheet;
  readonly epoch: string | undefined;
  readonly dist: string;
  readonly cache: Cache;
}

/** The editions of one plan as steps. */
export interface EditionSteps {
  /** Files of `dist/` as they are, by edition. */
  readonly found: Readonly<Record<string, Stamps>>;
  /** The last print's pages, where they are known. */
  readonly pageMap: PageMap | undefined;
  /** Why an edition has to be made, with these pages of the print; undefined where it stands. */
  reason(format: Format, pageMap: PageMap | undefined): string | undefined;
  inputs(format: Format, pageMap: PageMap | undefined): StepInputs;
  /** What goes into all that is made of the plan, beside its sources. */
  readonly shared: StepInputs;
}

/** The print's pages are an input of those editions that cite them, where it is built along. */
export function editionSteps(report: PlanReport, settings: StepSettings): EditionSteps {
  const { record, name, place, checkInputs, changed } = report;
  const folder = path.join(settings.dist, place.slug);
  const manifest = stampsNow(folder, ['manifest.json'], record.manifest);
  const found = Object.fromEntries(
    Object.entries(record.editions).map(([format, { outputs }]) => [
      format,
      stampsNow(folder, Object.keys(outputs), outputs),
    ]),
  );
  const pageMap = knownPages(settings.cache, name, record.pages);
  const inputs = (format: Format, pages: PageMap | undefined): StepInputs => ({
    ...checkInputs,
    templates: settings.templates,
    styles: settings.styles,
    options: hashOf(
      settings.draft,
      settings.epoch,
      format === 'html' ? settings.formats : '',
      format === 'stratml' ? settings.part : '',
      format === 'pdf' ? settings.sheet : '',
    ),
    ...(format === 'pdf' ? { browser: settings.browser } : {}),
    ...(format === 'html' || format === 'epub' ? { pages: pagesHash(pages) } : {}),
  });
  return {
    found: { ...found, manifest },
    pageMap,
    inputs,
    shared: {
      ...checkInputs,
      sources: '',
      templates: settings.templates,
      styles: settings.styles,
      options: hashOf(settings.draft, settings.epoch),
    },
    reason(format, pages) {
      const before = record.editions[format];
      const outputs = { ...before?.outputs, ...record.manifest };
      return reasonToRun(before && { inputs: before.inputs, outputs }, inputs(format, pages), {
        found: { ...found[format], ...manifest },
        changed,
      });
    },
  };
}

/** A hash over the pages; empty without a print. */
export function pagesHash(pageMap: PageMap | undefined): string {
  return pageMap === undefined ? '' : hashOf(pageMap.pages, [...pageMap.anchors]);
}

/** Keeps the pages of a print, so that the next one may start from them. */
export function keepPages(cache: Cache, name: string, { pages, anchors, feet }: PageMap): void {
  cache.write(`${name}.pages`, { pages, anchors: [...anchors], feet: [...(feet ?? [])] });
}

/** The pages that were kept, where they are those of the hash. */
function knownPages(cache: Cache, name: string, hash: string): PageMap | undefined {
  if (hash === '') return undefined;
  const kept = cache.read(`${name}.pages`, pagesSchema);
  const pageMap = kept && {
    pages: kept.pages,
    anchors: new Map(kept.anchors),
    feet: new Map(kept.feet),
  };
  return pagesHash(pageMap) === hash ? pageMap : undefined;
}
