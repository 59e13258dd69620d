/** The page of a section that was saved, made from what is held of its plan. */
import { lstatSync, readFileSync } from 'node:fs';
import { admitSection } from '../../check/admit.ts';
import { check } from '../../check/check.ts';
import type { DraftGoal, DraftPlan, DraftSection } from '../../model/draft.ts';
import type { RawText } from '../../model/sources.ts';
import { mostBytes } from '../../read/bounds.ts';
import { type SectionAgain, sectionAgain } from '../../read/section-again.ts';
import { extractsOf } from '../../render/html/extract.ts';
import { textPage } from '../../render/html/pages.ts';
import { fileKey } from '../cache/parsed-files.ts';
import { show } from '../walk-folder.ts';
import type { HeldPlan } from './held-plan.ts';

/** A page, and the plan as it is with it. */
export interface SavedPage {
  readonly held: HeldPlan;
  /** Within the plan's folder in `dist/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The page; undefined where the file is no section of the plan by itself, has errors, or says something else to the
 * rest of the plan than before: then the whole build tells. Raises `TemplateError`, and the disk's error.
 */
export function savedPage(held: HeldPlan, file: string): SavedPage | undefined {
  const { checked, resolving, site, project } = held;
  const shown = show(project.root, file);
  const found = sectionAt(checked.draft, shown);
  const about = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined || about?.isFile() !== true || about.size > mostBytes) return undefined;
  const raw: RawText = { path: shown, bytes: readFileSync(file) };
  const reading = { model: project.model, links: checked.links };
  const again = sectionAgain(found.section, { raw, key: fileKey(raw) }, reading);
  if (again === undefined || isSuppressing(found.section) || isSuppressing(again.section))
    return undefined;
  const assets = again.section.facts?.assets ?? [];
  if (assets.some((asset) => !site.plan.assets.has(asset))) return undefined;
  const draft = withSection(checked.draft, found, again);
  if (!site.plan.draft && hasErrors(held, draft, shown)) return undefined;
  const before = site.plan.goals[found.goal]?.sections[found.at];
  const section =
    before && resolving.again(before.anchor, admitSection(again.section, checked.model));
  if (section === undefined) return undefined;
  const goals = replaced(site.plan.goals, found.goal, (goal) => ({
    ...goal,
    sections: replaced(goal.sections, found.at, () => section),
  }));
  const plan = { ...site.plan, goals };
  const known = site.context.known;
  const next = { ...site, plan, ...(known && { extracts: extractsOf(plan, known) }) };
  const bytes = textPage(next, section);
  const now = { ...held, checked: { ...checked, draft }, site: next };
  return bytes && { held: now, path: section.page, bytes };
}

interface SectionPlace {
  readonly goal: number;
  readonly at: number;
  readonly section: DraftSection;
}

/** The section that has a file to itself. */
function sectionAt({ goals }: DraftPlan, file: string): SectionPlace | undefined {
  for (const [goal, { sections }] of goals.entries()) {
    const at = sections.findIndex(({ source }) => source.path === file);
    const section = sections[at];
    // Of others nothing is known by itself.
    if (section !== undefined) return section.facts && { goal, at, section };
  }
  return undefined;
}

/** A comment that holds findings back may do so for rules that see the whole plan. */
function isSuppressing({ source }: DraftSection): boolean {
  return source.text.includes('briefwright-ignore');
}

function withSection(
  draft: DraftPlan,
  { goal, at }: SectionPlace,
  { section, faults }: SectionAgain,
): DraftPlan {
  const { path } = section.source;
  return {
    ...draft,
    goals: replaced(
      draft.goals,
      goal,
      (one): DraftGoal => ({ ...one, sections: replaced(one.sections, at, () => section) }),
    ),
    faults: [...draft.faults.filter(({ place }) => place.path !== path), ...faults],
    sources: draft.sources.map((one) => (one.path === path ? section.source : one)),
  };
}

/** What rules that compare sections found before they find now: the section says to them what it said. */
function hasErrors({ project, checked: { model } }: HeldPlan, draft: DraftPlan, file: string) {
  const { findings, failures } = check(draft, { ...project, model, files: new Set([file]) });
  const isError = findings.some(
    ({ severity, place }) => severity === 'error' && place.path === file,
  );
  return failures.length > 0 || isError;
}

function replaced<T>(list: readonly T[], index: number, by: (one: T) => T): readonly T[] {
  return list.map((one, at) => (at === index ? by(one) : one));
}
