/** Computes once what all editions share: numbers, anchors, pages, links, notes, captions, the index of stakeholders. */
import type { NodeAddress } from '../model/link.ts';
import { nodeKey } from '../model/mint-id.ts';
import type { Goal, Part, Plan, Section } from '../model/plan.ts';
import type {
  Asset,
  Flow,
  Origin,
  ResolvedGoal,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
  StakeholderEntry,
  Target,
} from '../model/resolved.ts';
import { countWords, pagesOf } from './measure.ts';
import { NodeText, type PlanSurroundings } from './node-text.ts';
import { type GoalTargets, outlineOf, partAnchor } from './outline.ts';
import { surroundingsOf } from './surroundings.ts';
import { urnOf } from './urn.ts';

/** Resolves a checked plan. `assets` are the files that its text shows, by path. */
export function resolve(plan: Plan, assets: ReadonlyMap<string, Asset>): ResolvedPlan {
  const outline = outlineOf(plan);
  const { around, tables, figures } = surroundingsOf(outline, assets);
  const text = new NodeText(outline.plan, plan.definitions, around);
  const titleFlow = text.phrasing(plan.titleContent);
  const body = text.blocks(plan.body, 2);
  const goals = plan.goals.map((goal, index) =>
    resolveGoal(
      goal,
      { targets: outline.goals[index] ?? { target: outline.plan, sections: [] }, index },
      plan.source.path,
      around,
    ),
  );
  const { matter } = plan;
  const shared = { ...outline.plan, titleFlow, body, notes: text.notes(), goals, tables, figures };
  return {
    type: 'plan',
    ...shared,
    origin: originOf(plan, plan.source.path, {}),
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
    pages: pagesOf(shared),
    words: countWords(shared),
  };
}

function resolveGoal(
  goal: Goal,
  { targets, index }: { targets: GoalTargets; index: number },
  planPath: string,
  around: PlanSurroundings,
): ResolvedGoal {
  const text = new NodeText(targets.target, goal.definitions, around);
  const titleFlow = text.phrasing(goal.titleContent);
  const body = text.blocks(goal.body, 2);
  return {
    type: 'goal',
    ...targets.target,
    origin: originOf(goal, planPath, { goal: index }),
    ...headOf(goal),
    titleFlow,
    body,
    notes: text.notes(),
    sections: goal.sections.map((section, at) => {
      const origin = originOf(section, planPath, { goal: index, section: at });
      return resolveSection(section, origin, targets.sections[at] ?? targets.target, around);
    }),
  };
}

function resolveSection(
  section: Section,
  origin: Origin,
  target: Target,
  around: PlanSurroundings,
): ResolvedSection {
  const text = new NodeText(target, section.definitions, around);
  const titleFlow = text.phrasing(section.titleContent);
  // Numbered in the order in which they are shown: the part that leads stands before the intro.
  const turn = (part: Part) => resolvePart(part, target.anchor, text);
  const leads = section.parts.filter((part) => part.definition.lead).map(turn);
  const intro = text.blocks(section.intro, 3);
  const others = section.parts.filter((part) => !part.definition.lead).map(turn);
  const parts = section.parts.flatMap((part) =>
    (part.definition.lead ? leads : others).splice(0, 1),
  );
  return {
    type: 'section',
    ...target,
    origin,
    ...headOf(section),
    titleFlow,
    intro,
    parts,
    notes: text.notes(),
  };
}

function originOf(node: Plan | Goal | Section, planPath: string, address: NodeAddress): Origin {
  const { path, text } = node.source;
  return { path, text, key: nodeKey(planPath, path, address) };
}

function headOf({ matter, title }: Goal | Section) {
  return { number: matter.sequence, title, id: matter.id, lang: matter.lang };
}

const nothing: Flow = { type: 'root', children: [] };

function resolvePart(part: Part, owner: string, text: NodeText): ResolvedPart {
  const { id, lead, content } = part.definition;
  const anchor = partAnchor(owner, id);
  const head = { id, heading: part.heading, anchor, lead, content, state: part.state };
  const rest = { gap: undefined, stakeholders: [], indicators: [], flow: nothing, after: nothing };
  if (part.state === 'gap') return { ...head, ...rest, gap: part.gap };
  if (part.state === 'waived') return { ...head, ...rest, flow: text.phrasing(part.reason) };
  const read = part.part;
  return {
    ...head,
    gap: undefined,
    flow: text.blocks(read.before, 3),
    stakeholders: read.stakeholders.map((one, index) => ({
      name: one.name,
      kind: one.kind,
      roles: one.roles,
      description: text.item(one.description, one.blocks),
      anchor: `${anchor}-${index + 1}`,
    })),
    indicators: read.indicators.map((one, index) => ({
      name: one.name,
      id: one.id,
      sequence: one.sequence,
      stage: one.stage,
      type: one.type,
      unit: one.unit,
      baseline: one.baseline,
      target: one.target,
      actual: one.actual,
      status: one.status,
      results: one.results,
      relations: one.relations,
      description: text.item(one.description, one.blocks),
      anchor: `${anchor}-${index + 1}`,
    })),
    after: text.blocks(read.after, 3),
  };
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
