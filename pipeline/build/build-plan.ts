/** One plan from its draft to its folder in `dist/`: every edition, or none. */
import path from 'node:path';
import { admit } from '../check/admit.ts';
import type { Artifact, EditionContext, PageMap } from '../model/edition.ts';
import type { Finding } from '../model/finding.ts';
import type { ResolvedPlan } from '../model/resolved.ts';
import { editions } from '../render/editions.ts';
import { labelsFor } from '../render/labels.ts';
import { resolve } from '../resolve/resolve.ts';
import { loadAssets } from './assets.ts';
import { type CheckedPlan, model } from './check-plans.ts';
import { editionDate } from './date.ts';
import { publish } from './publish.ts';

/** What all plans of a build share. */
export interface Workshop extends Omit<EditionContext, 'labels' | 'date' | 'pageMap'> {
  readonly root: string;
  readonly dist: string;
  /** Template texts, for the labels among them. */
  readonly templateFiles: ReadonlyMap<string, string>;
  /** SOURCE_DATE_EPOCH, where it is set. */
  readonly epoch: string | undefined;
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
  const plan = admit(checked.draft, { model, findings: checked.findings, draftBuild });
  if (plan === undefined) return undefined;
  const resolved = resolve(plan, await loadAssets(plan, workshop.root));
  const made = await makeEditions(resolved, workshop);
  if (made.findings.some((finding) => finding.severity === 'error')) {
    return { plan: resolved, ...made, artifacts: [] };
  }
  const { slug, title } = resolved;
  const about = { plan: slug, title, briefwright: workshop.version, draft: resolved.draft };
  await publish(workshop.dist, slug, made.artifacts, about);
  return { plan: resolved, ...made };
}

async function makeEditions(plan: ResolvedPlan, workshop: Workshop) {
  const labels = labelsFor(plan.lang, workshop.templateFiles);
  const date = editionDate(workshop.epoch, plan.date);
  const artifacts: Artifact[] = [];
  const findings: Finding[] = [];
  let pageMap: PageMap | undefined;
  for (const edition of editions.filter(({ format }) => workshop.formats.includes(format))) {
    const made = await edition.render(plan, { ...workshop, labels, date, pageMap });
    artifacts.push(...made.artifacts);
    findings.push(...made.findings);
    pageMap = made.pageMap ?? pageMap;
  }
  return { artifacts, findings };
}

/** Where a plan's editions stand, for the summary. */
export function folderOf(plan: ResolvedPlan, { root, dist }: Workshop): string {
  return path.relative(root, path.join(dist, plan.slug)).split(path.sep).join('/');
}
