/** Plans as a build sees them: read, checked, admitted and resolved, from this repository's `sources/` or made up. */
import { loadAssets } from '../../pipeline/build/assets.ts';
import { loadPlans } from '../../pipeline/build/load.ts';
import { admit } from '../../pipeline/check/admit.ts';
import { check } from '../../pipeline/check/check.ts';
import { defaultContentModel, modelIn } from '../../pipeline/model/content-model.ts';
import type { Artifact, Printer } from '../../pipeline/model/edition.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import type { PlanSources } from '../../pipeline/model/sources.ts';
import { read } from '../../pipeline/read/read.ts';
import { epubEdition } from '../../pipeline/render/epub/epub-edition.ts';
import { pdfEdition } from '../../pipeline/render/pdf/edition.ts';
import { resolve } from '../../pipeline/resolve/resolve.ts';
import { editionContext } from './edition-context.ts';

/** The plans that this repository builds. */
export const ownPlans = ['cool-city', 'nato2020'] as const;

/** A plan of `sources/`, or of another project folder, as every edition gets it. */
export async function resolvedSources(slug: string, root = process.cwd()): Promise<ResolvedPlan> {
  const [sources] = await loadPlans(root, `sources/${slug}`);
  if (sources === undefined) throw new Error(`There is no plan ${slug}.`);
  return (await resolvedPlan(sources, root)).plan;
}

/** A plan from its sources, and what the check said about them. Its pictures are read below `root`. */
export async function resolvedPlan(
  sources: PlanSources,
  root = process.cwd(),
  draftBuild = false,
): Promise<{ readonly plan: ResolvedPlan; readonly findings: readonly Finding[] }> {
  const draft = read(sources, defaultContentModel);
  const model = modelIn(defaultContentModel, draft.matter.value.lang);
  const { findings } = check(draft, { model });
  const plan = admit(draft, { model, findings, draftBuild });
  if (plan === undefined) {
    throw new Error(`The plan was refused: ${findings.map(({ message }) => message).join(' ')}`);
  }
  return { plan: resolve(plan, await loadAssets(plan, root)), findings };
}

/** A plan given as texts by their path below its folder, without a disk. */
export function sourcesOf(files: Readonly<Record<string, string>>): PlanSources {
  const encoder = new TextEncoder();
  return {
    slug: 'plan',
    folder: 'plan',
    texts: Object.entries(files).map(([name, text]) => ({
      path: `plan/${name}`,
      bytes: encoder.encode(text),
    })),
    others: new Map(),
    faults: [],
  };
}

/** The print of a plan, its pages' labels, and the book that was bound with them: as one build makes both. */
export async function printAndBook(plan: ResolvedPlan, printer: Printer) {
  const context = await editionContext(plan.lang, { printer });
  const print = await pdfEdition.render(plan, context);
  const { pageMap } = print;
  if (pageMap === undefined) throw new Error('The print names no pages.');
  const book = await epubEdition.render(plan, { ...context, pageMap });
  return { pdf: onlyFile(print.artifacts), book: onlyFile(book.artifacts), pageMap };
}

function onlyFile([file]: readonly Artifact[]): Uint8Array {
  if (file === undefined) throw new Error('The edition made no file.');
  return file.bytes;
}
