/** Computes once what all editions share: numbers, anchors, pages, links, notes, captions, the index of stakeholders. */
import { type Known, nothingKnown } from '../model/known.ts';
import type { NodeAddress } from '../model/link.ts';
import { nodeKey } from '../model/mint-id.ts';
import type { Goal, Plan, Section } from '../model/plan.ts';
import type {
  Asset,
  Origin,
  ResolvedGoal,
  ResolvedPlan,
  ResolvedSection,
  StakeholderEntry,
  Target,
} from '../model/resolved.ts';
import type { Measured } from './measure.ts';
import { flowsInOrder, type NodeFlows, wholeKey } from './node-flows.ts';
import { outlineOf, targetAt } from './outline.ts';
import { resolvePart } from './resolve-part.ts';
import { surroundingsOf } from './surroundings.ts';
import { urnOf } from './urn.ts';

/**
 * Resolves a checked plan. `assets` are the files that its text shows, by path. What was counted over a text that is
 * `known` is not counted again.
 */
export function resolve(
  plan: Plan,
  assets: ReadonlyMap<string, Asset>,
  known: Known = nothingKnown,
): ResolvedPlan {
  return resolving(plan, assets, known).plan;
}

/** A resolved plan whose sections may be written again. */
export interface Resolving {
  readonly plan: ResolvedPlan;
  /** The section of an anchor with another text, which says to the rest of the plan what it said before. */
  again(anchor: string, section: Section): ResolvedSection | undefined;
}

/** As `resolve`. */
export function resolving(plan: Plan, assets: ReadonlyMap<string, Asset>, known: Known): Resolving {
  const outline = outlineOf(plan);
  const flowsOf = flowsInOrder(
    surroundingsOf(plan, outline, assets),
    wholeKey(plan, outline, assets),
    known,
  );
  const counts: Measured[] = [];
  const pages = new Map<string, string>();
  const flowsAt = (node: Plan | Goal | Section, target: Target): NodeFlows => {
    const flows = flowsOf(node, target);
    counts.push(flows.measured);
    for (const anchor of [target.anchor, ...flows.measured.anchors]) pages.set(anchor, target.page);
    return flows;
  };
  const again = new Map<string, (section: Section) => ResolvedSection>();
  const flows = flowsAt(plan, outline.plan);
  const origin = (node: Plan | Goal | Section, address: NodeAddress): Origin => {
    const { path, text } = node.source;
    return { path, text, key: nodeKey(plan.source.path, path, address) };
  };
  const goals = plan.goals.map((goal, index): ResolvedGoal => {
    const target = targetAt(outline, { goal: index });
    const resolved = resolveGoal(goal, target, flowsAt(goal, target));
    const sections = goal.sections.map((section, at): ResolvedSection => {
      const address = { goal: index, section: at };
      const place = targetAt(outline, address);
      const sectionFlows = flowsAt(section, place);
      const resolvedAs = (text: Section, textFlows: NodeFlows) =>
        Object.assign(resolveSection(text, place, textFlows), { origin: origin(text, address) });
      again.set(place.anchor, (text) => resolvedAs(text, sectionFlows.again(text)));
      const one = resolvedAs(section, sectionFlows);
      for (const anchor of anchorsOf(one)) pages.set(anchor, place.page);
      return one;
    });
    return Object.assign(resolved, { origin: origin(goal, { goal: index }), sections });
  });
  const { matter } = plan;
  const resolved: ResolvedPlan = {
    type: 'plan',
    ...outline.plan,
    origin: origin(plan, {}),
    key: flows.key,
    titleFlow: flows.titleFlow(),
    body: flows.turned().body,
    notes: flows.turned().notes,
    goals,
    tables: counts.flatMap((one) => one.tables),
    figures: counts.flatMap((one) => one.figures),
    slug: plan.slug,
    draft: plan.draft,
    lang: matter.lang ?? 'en',
    dir: matter.dir ?? 'ltr',
    title: plan.title,
    subtitle: matter.subtitle,
    contributors: matter.authors,
    organizations: matter.organizations,
    date: matter.date,
    start: matter.start,
    end: matter.end,
    id: matter.id,
    urn: urnOf(matter.id, plan.slug),
    rights: matter.rights,
    source: matter.source,
    publisher: matter.publisher,
    subjects: matter.subjects,
    summary: matter.summary,
    status: matter.status,
    version: matter.version,
    isbn: matter.isbn,
    handling: matter.handling,
    url: matter.url,
    submitter: matter.submitter,
    stratml: matter.stratml,
    stakeholders: indexStakeholders(goals),
    assets,
    pages,
    words: counts.reduce((sum, one) => sum + one.words, 0),
  };
  return { plan: resolved, again: (anchor, section) => again.get(anchor)?.(section) };
}

function resolveGoal(goal: Goal, target: Target, flows: NodeFlows) {
  return {
    type: 'goal' as const,
    ...target,
    ...headOf(goal),
    key: flows.key,
    get titleFlow() {
      return flows.titleFlow();
    },
    get body() {
      return flows.turned().body;
    },
    get notes() {
      return flows.turned().notes;
    },
  };
}

function resolveSection(section: Section, target: Target, flows: NodeFlows) {
  return {
    type: 'section' as const,
    ...target,
    ...headOf(section),
    key: flows.key,
    get titleFlow() {
      return flows.titleFlow();
    },
    get intro() {
      return flows.turned().body;
    },
    parts: section.parts.map((part, index) =>
      resolvePart(part, target.anchor, () => flows.turned().parts[index]),
    ),
    get notes() {
      return flows.turned().notes;
    },
  };
}

function headOf({ matter, title }: Goal | Section) {
  return { number: matter.sequence, title, id: matter.id, lang: matter.lang };
}

/** The anchors of parts, and of what is listed in them. */
function anchorsOf({ parts }: Pick<ResolvedSection, 'parts'>): readonly string[] {
  return parts.flatMap((part) => [
    part.anchor,
    ...[...part.stakeholders, ...part.indicators].map((one) => one.anchor),
  ]);
}

/** Who is named where, by name in document order. */
function indexStakeholders(goals: readonly ResolvedGoal[]): StakeholderEntry[] {
  const entries = new Map<string, StakeholderEntry['mentions'][number][]>();
  for (const section of goals.flatMap((goal) => goal.sections)) {
    for (const { name, roles } of section.parts.flatMap((part) => part.stakeholders)) {
      if (name === '') continue;
      entries.set(name, [...(entries.get(name) ?? []), { section, roles }]);
    }
  }
  return [...entries].map(([name, mentions]) => ({ name, mentions }));
}
