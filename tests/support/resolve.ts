/** Resolves a plan written in a test, without a disk. */
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { admit } from '../../pipeline/check/admit.ts';
import { check } from '../../pipeline/check/check.ts';
import { defaultContentModel as model } from '../../pipeline/model/content-model.ts';
import { type Known, nothingKnown } from '../../pipeline/model/known.ts';
import type { Asset, ResolvedPlan } from '../../pipeline/model/resolved.ts';
import { resolve } from '../../pipeline/resolve/resolve.ts';
import { readPlan } from './read.ts';

/** A draft build of the files, so that a test writes only the parts it is about. Pictures are one pixel each. */
export function resolvePlan(
  files: Readonly<Record<string, string>>,
  known: Known = nothingKnown,
): ResolvedPlan {
  const draft = readPlan(files);
  const { findings } = check(draft, { model });
  const plan = admit(draft, { model, findings, draftBuild: true });
  if (plan === undefined) throw new Error('A draft build admits every plan.');
  const pictures = Object.keys(files).filter((name) => !name.endsWith('.md'));
  const assets = new Map(pictures.map((name) => [`plan/${name}`, picture(`plan/${name}`)]));
  return resolve(plan, assets, known);
}

/** A plan of one section, 1.1 "Heat alarm" in goal 1 "People", with this text beneath its title. */
export function withSection(text: string, rest: Readonly<Record<string, string>> = {}) {
  return resolvePlan({
    'plan.md': '# Cool City\n',
    '1-people/goal.md': '---\nsequence: "1"\n---\n\n# People\n',
    '1-people/1.1-heat.md': `---\nsequence: "1.1"\n---\n\n# Heat alarm\n\n${text}`,
    ...rest,
  });
}

/** The first section of a plan. */
export function firstSection(plan: ResolvedPlan) {
  const section = plan.goals[0]?.sections[0];
  if (section === undefined) throw new Error('The plan has no section.');
  return section;
}

/** The part of a section with this id. */
export function part(plan: ResolvedPlan, id: string) {
  const found = firstSection(plan).parts.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The section has no part "${id}".`);
  return found;
}

/** A flow as markup, for reading in a test. */
export function markup(flow: Root): string {
  return writer.stringify(flow);
}

const writer = unified().use(rehypeStringify).freeze();

function picture(path: string): Asset {
  const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  return { path, mediaType: 'image/svg+xml', width: 1, height: 1, bytes, sha256: '0'.repeat(64) };
}
