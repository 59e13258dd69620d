/** One plan from its draft to its folder in `dist/`: every edition, or none. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { admit } from '../check/admit.ts';
import type { AccessibilityClaim } from '../model/config.ts';
import type { DraftPlan } from '../model/draft.ts';
import type { Artifact, EditionContext, Format, PageMap } from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import type { ResolvedPlan } from '../model/resolved.ts';
import { editions } from '../render/editions.ts';
import { libraryEntry } from '../render/html/library.ts';
import { labelsFor } from '../render/labels.ts';
import { resolve } from '../resolve/resolve.ts';
import { loadAssets } from './assets.ts';
import type { CheckedPlan } from './check-plans.ts';
import { editionDate } from './date.ts';
import { type FinishedEdition, publish } from './publish.ts';

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

export interface BuiltPlan {
  readonly plan: ResolvedPlan;
  readonly artifacts: readonly Artifact[];
  /** What the editions themselves found. */
  readonly findings: readonly Finding[];
}

/**
 * Builds the editions of a plan and publishes them; undefined, with nothing changed, where the check refuses it.
 * Raises `TemplateError` and `ToolError`.
 */
export async function buildPlan(
  checked: CheckedPlan,
  draftBuild: boolean,
  workshop: Workshop,
): Promise<BuiltPlan | undefined> {
  const plan = admit(checked.draft, {
    model: checked.model,
    findings: checked.findings,
    draftBuild,
  });
  if (plan === undefined) return undefined;
  const resolved = resolve(plan, await loadAssets(plan, workshop.root));
  const made = await makeEditions(resolved, workshop);
  const findings = made.flatMap((one) => one.findings);
  if (findings.some(({ severity }) => severity === 'error')) {
    return { plan: resolved, artifacts: [], findings };
  }
  const sources = sourcesHash(checked.draft, resolved);
  const finished = made.map(({ format, artifacts }): FinishedEdition => {
    const printed = format === 'pdf' ? workshop.browser() : undefined;
    const tools = { briefwright: workshop.version, ...(printed && { browser: printed }) };
    return { format, artifacts, sources, draft: resolved.draft, tools };
  });
  await publish(workshop.dist, libraryEntry(resolved), finished);
  return { plan: resolved, artifacts: made.flatMap((one) => one.artifacts), findings };
}

interface MadeEdition {
  readonly format: Format;
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
}

async function makeEditions(plan: ResolvedPlan, workshop: Workshop): Promise<MadeEdition[]> {
  const labels = labelsFor(plan.lang, workshop.templateFiles);
  const date = editionDate(workshop.epoch, plan.date);
  const made: MadeEdition[] = [];
  let pageMap: PageMap | undefined;
  for (const edition of editions.filter(({ format }) => workshop.formats.includes(format))) {
    const claim = Object.hasOwn(workshop.claims, plan.slug)
      ? workshop.claims[plan.slug]
      : undefined;
    const result = await edition.render(plan, { ...workshop, labels, date, claim, pageMap });
    made.push({ format: edition.format, ...result });
    pageMap = result.pageMap ?? pageMap;
  }
  return made;
}

/** One hash over everything that the author wrote or put beside it and that editions show. */
function sourcesHash(draft: DraftPlan, { assets }: ResolvedPlan): string {
  const hash = createHash('sha256');
  for (const { path: name, text } of draft.sources) hash.update(JSON.stringify([name, text]));
  for (const { path: name, sha256 } of assets.values()) hash.update(JSON.stringify([name, sha256]));
  return hash.digest('hex');
}

/** Where a plan's editions stand, for the summary. */
export function folderOf(plan: ResolvedPlan, { root, dist }: Workshop): string {
  return path.relative(root, path.join(dist, plan.slug)).split(path.sep).join('/');
}
