/** One plan from its draft to its folder in `dist/`: every edition, or none. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { admit } from '../check/admit.ts';
import type { AccessibilityClaim } from '../model/config.ts';
import type { DraftPlan } from '../model/draft.ts';
import type { Artifact, EditionContext, Format, PageMap, StandingFile } from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import type { Known } from '../model/known.ts';
import type { ResolvedPlan } from '../model/resolved.ts';
import { editions as allEditions } from '../render/editions.ts';
import { libraryEntry } from '../render/html/library.ts';
import { labelsFor } from '../render/labels.ts';
import { resolve } from '../resolve/resolve.ts';
import { loadAssets } from './assets.ts';
import type { Stamps } from './cache/stamps.ts';
import type { CheckedPlan } from './check-plans.ts';
import { editionDate } from './date.ts';
import type { StepName } from './progress.ts';
import { type FinishedEdition, type Published, publish } from './publish.ts';

/** What all plans of a build share. */
export interface Workshop extends Omit<EditionContext, 'labels' | 'date' | 'pageMap' | 'claim'> {
  /** Claims of accessibility from the config, by the plan's name. */
  readonly claims: Readonly<Record<string, AccessibilityClaim>>;
  readonly root: string;
  readonly dist: string;
  /** Template texts, for the labels among them. */
  readonly templateFiles: ReadonlyMap<string, string>;
  /** SOURCE_DATE_EPOCH, where it is set. */
  readonly epoch: string | undefined;
  /** The browser and its version; undefined where none was started. */
  readonly browser: () => string | undefined;
}

/** What is to be made of a plan. */
export interface BuildRequest {
  /** Builds in spite of errors, with gaps shown as gaps. */
  readonly draft: boolean;
  /** Why an edition is needed, now that the print's pages are known, if it is; all are, where nothing is said. */
  readonly reason?: (format: Format, pageMap: PageMap | undefined) => string | undefined;
  /** What is known to stand in the plan's folder in `dist/`. */
  readonly standing?: Stamps;
  /** What the last build of the plan made. */
  readonly known?: Known;
  /** The pages of the print that stands, or of the one before. */
  readonly pageMap?: PageMap | undefined;
  /** As in `EditionContext`. */
  readonly explain?: EditionContext['explain'];
  /** Does the work of a step, and tells of it; where nothing is said, nobody is told. */
  readonly step?: RunStep;
}

/** Runs a step of a plan. */
export type RunStep = <T>(
  name: StepName,
  work: () => Promise<T> | T,
  reason?: string,
) => Promise<T>;

const untold: RunStep = async (_, work) => work();

/** An edition that was made. */
export interface MadeEdition {
  readonly format: Format;
  readonly artifacts: readonly Artifact[];
  /** The files that did not have to be made. */
  readonly standing?: readonly StandingFile[];
  /** What the edition itself found. */
  readonly findings: readonly Finding[];
}

export interface BuiltPlan {
  readonly plan: ResolvedPlan;
  readonly editions: readonly MadeEdition[];
  /** The editions' files in `dist/`; undefined where none is, since one of them found an error. */
  readonly published: Published | undefined;
  readonly pageMap: PageMap | undefined;
}

/**
 * Builds the editions of a plan and publishes them; undefined, with nothing changed, where the check refuses it.
 * `checked` is asked for the plan as it was read, which is let go before the editions are made: of a long one it is
 * half of the memory. Raises `TemplateError` and `ToolError`.
 */
export async function buildPlan(
  checked: () => Promise<CheckedPlan>,
  request: BuildRequest,
  workshop: Workshop,
): Promise<BuiltPlan | undefined> {
  const ready = await readyPlan(checked, request, workshop);
  return ready && makeAndPublish(ready, request, workshop);
}

/** A plan that is admitted and resolved. */
interface ReadyPlan {
  readonly resolved: ResolvedPlan;
  /** A hash: `sourcesHash`. */
  readonly sources: string;
}

async function readyPlan(
  checked: () => Promise<CheckedPlan>,
  { draft: draftBuild, known, step = untold }: BuildRequest,
  { root }: Workshop,
): Promise<ReadyPlan | undefined> {
  const { draft, model, findings } = await checked();
  const plan = admit(draft, { model, findings, draftBuild });
  if (plan === undefined) return undefined;
  const resolved = await step('resolve', async () =>
    resolve(plan, await loadAssets(plan, root), known),
  );
  return { resolved, sources: sourcesHash(draft, resolved) };
}

async function makeAndPublish(
  ready: ReadyPlan,
  request: BuildRequest,
  workshop: Workshop,
): Promise<BuiltPlan> {
  const built = await makeOnce(ready, request, workshop);
  if (built !== undefined) return built;
  // Another build, or somebody's hand, was at the files that were to stay: then everything is made.
  const { standing: _, ...anew } = request;
  return makeAndPublish(ready, anew, workshop);
}

/** Undefined where a file that was to stay did not. */
async function makeOnce(
  { resolved, sources }: ReadyPlan,
  request: BuildRequest,
  workshop: Workshop,
): Promise<BuiltPlan | undefined> {
  const { step = untold, standing } = request;
  const { editions, pageMap } = await makeEditions(resolved, request, workshop);
  const found = editions.flatMap((one) => one.findings);
  if (found.some(({ severity }) => severity === 'error')) {
    return { plan: resolved, editions, pageMap, published: undefined };
  }
  const finished = editions.map((edition): FinishedEdition => {
    const { format, artifacts, standing: left } = edition;
    const printed = format === 'pdf' ? workshop.browser() : undefined;
    const tools = { briefwright: workshop.version, ...(printed && { browser: printed }) };
    return { format, artifacts, standing: left, sources, draft: resolved.draft, tools };
  });
  const entry = libraryEntry(resolved);
  const published = await step('publish', () => publish(workshop.dist, entry, finished, standing));
  return published && { plan: resolved, editions, pageMap, published };
}

async function makeEditions(
  plan: ResolvedPlan,
  { reason: reasonFor = () => '', pageMap: before, step = untold, ...request }: BuildRequest,
  workshop: Workshop,
): Promise<Pick<BuiltPlan, 'editions' | 'pageMap'>> {
  const shared = contextOf(plan, workshop);
  const earlier = earlierOf(request, path.join(workshop.dist, plan.slug));
  const made: MadeEdition[] = [];
  let pageMap = before;
  for (const { format, render } of allEditions) {
    if (!workshop.formats.includes(format)) continue;
    const reason = reasonFor(format, pageMap);
    if (reason === undefined) continue;
    const explain = request.explain && { explain: request.explain };
    const context = { ...shared, ...earlier, ...explain, pageMap };
    const { pageMap: printed, ...edition } = await step(
      format,
      () => render(plan, context),
      reason,
    );
    made.push({ format, ...edition });
    pageMap = printed ?? pageMap;
  }
  return { editions: made, pageMap };
}

/** What the editions of a plan are made with, beside what is known of them. */
export function contextOf(
  plan: ResolvedPlan,
  workshop: Workshop,
): Workshop & Pick<EditionContext, 'labels' | 'date' | 'claim'> {
  const { templateFiles, epoch, claims } = workshop;
  return {
    ...workshop,
    labels: labelsFor(plan.lang, templateFiles),
    date: editionDate(epoch, plan.date),
    claim: Object.hasOwn(claims, plan.slug) ? claims[plan.slug] : undefined,
  };
}

/** What editions may leave as it is. */
function earlierOf({ known, standing }: Pick<BuildRequest, 'known' | 'standing'>, folder: string) {
  if (known === undefined || standing === undefined) return {};
  const files = Object.entries(standing).map(
    ([name, [size, , , , sha256]]) => [name, { size, sha256 }] as const,
  );
  const readStanding = (name: string) =>
    Object.hasOwn(standing, name) ? bytesOf(path.join(folder, name)) : undefined;
  return { known, standing: new Map(files), readStanding };
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** One hash over everything that the author wrote or put beside it and that editions show. */
function sourcesHash(draft: DraftPlan, { assets }: ResolvedPlan): string {
  const hash = createHash('sha256');
  for (const { path: name, text } of draft.sources) hash.update(JSON.stringify([name, text]));
  for (const { path: name, sha256 } of assets.values()) hash.update(JSON.stringify([name, sha256]));
  return hash.digest('hex');
}
