/** StratML to a resolved plan and back, by the real steps, without a disk. */
import { admit } from '../../pipeline/check/admit.ts';
import { check } from '../../pipeline/check/check.ts';
import { defaultContentModel } from '../../pipeline/model/content-model.ts';
import type { EditionResult } from '../../pipeline/model/edition.ts';
import type { ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { byName } from '../../pipeline/model/sources.ts';
import type { StratmlPart } from '../../pipeline/model/stratml.ts';
import type { Imported } from '../../pipeline/read/import/imported.ts';
import { placeImports } from '../../pipeline/read/import/placement.ts';
import { importStratml } from '../../pipeline/read/import/stratml/stratml.ts';
import { stratmlEdition } from '../../pipeline/render/stratml/edition.ts';
import { resolve } from '../../pipeline/resolve/resolve.ts';
import { editionContext } from './edition-context.ts';
import { readPlan } from './read.ts';

/** The Markdown files that an import writes, by path, in document order. */
export function filesOf(imported: Imported): Record<string, string> {
  if (imported.plan === undefined) throw new Error(imported.notes[0]?.message);
  const { files } = placeImports('plan', undefined, [imported.plan]);
  const sorted = [...files].sort((a, b) => inDocumentOrder(a.path, b.path));
  return Object.fromEntries(sorted.map(({ path, text }) => [path, text]));
}

/** As files are found on disk: a folder's own file first. */
function inDocumentOrder(a: string, b: string): number {
  const own = (path: string) => path.replace(/(?:plan|goal)\.md$/u, '');
  const [first, second] = [own(a).split('/'), own(b).split('/')];
  for (const [index, name] of first.entries()) {
    const order = byName.compare(name, second[index] ?? '');
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

/** What these files say, with gaps as gaps. */
export function resolvePlan(files: Readonly<Record<string, string>>): ResolvedPlan {
  const draft = readPlan(files);
  const { findings } = check(draft, { model: defaultContentModel });
  const plan = admit(draft, { model: defaultContentModel, findings, draftBuild: true });
  if (plan === undefined) throw new Error('The plan was not admitted.');
  return resolve(plan, new Map());
}

const context = editionContext();

/** The StratML of a plan. */
export async function exportStratml(
  plan: ResolvedPlan,
  part?: StratmlPart,
): Promise<EditionResult & { readonly xml: string }> {
  const result = await stratmlEdition.render(plan, { ...(await context), stratmlPart: part });
  const xml = new TextDecoder().decode(result.artifacts[0]?.bytes);
  return { ...result, xml };
}

/** StratML, as Markdown, as StratML again. */
export async function roundTrip(xml: string, path = 'plan.xml') {
  const imported = importStratml({ path, text: xml });
  return { imported, ...(await exportStratml(resolvePlan(filesOf(imported)))) };
}
