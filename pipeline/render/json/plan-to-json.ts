/** A resolved plan as the value that its JSON file holds: what is absent has no key. */
import type { Labels } from '../../model/edition.ts';
import type {
  Flow,
  Note,
  ResolvedGoal,
  ResolvedIndicator,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
  ResolvedStakeholder,
} from '../../model/resolved.ts';
import { adaptFlow, flowToHtml } from '../flow.ts';
import { plainText } from '../plain-text.ts';
import type { PlanJson, TextJson } from './schema.ts';

type GoalJson = PlanJson['goals'][number];
type SectionJson = GoalJson['sections'][number];
type PartJson = SectionJson['parts'][number];

/** `labels` are the words that captions begin with. */
export function planToJson(plan: ResolvedPlan, labels: Labels): PlanJson {
  const write = writer(labels);
  const { slug, urn, draft, lang, dir, title, words } = plan;
  return {
    briefwright: 1,
    slug,
    urn,
    ...given('id', plan.id),
    draft,
    lang,
    dir,
    title,
    ...given('subtitle', plan.subtitle),
    contributors: [...plan.contributors],
    organizations: [...plan.organizations],
    ...given('submitter', plan.submitter),
    ...given('date', plan.date),
    ...given('start', plan.start),
    ...given('end', plan.end),
    ...given('rights', plan.rights),
    ...given('source', plan.source),
    ...given('publisher', plan.publisher),
    subjects: [...plan.subjects],
    ...given('summary', plan.summary),
    ...given('status', plan.status),
    ...given('version', plan.version),
    ...given('isbn', plan.isbn),
    ...given('handling', plan.handling),
    ...given('url', plan.url),
    ...given('stratml', plan.stratml),
    ...given('body', write(plan.body)),
    ...notes(plan.notes, write),
    goals: plan.goals.map((goal) => goalToJson(goal, write)),
    stakeholders: plan.stakeholders.map(({ name, mentions }) => ({
      name,
      sections: mentions.map(({ section }) => section.anchor),
    })),
    words,
  };
}

type Write = (flow: Flow) => TextJson | undefined;

/** Texts as HTML and as plain text; undefined where there is none. */
function writer(labels: Labels): Write {
  const links = {
    href: (anchor: string) => `#${anchor}`,
    note: (anchor: string) => `#${anchor}`,
    src: (path: string) => path,
    labels,
  };
  return (flow) =>
    flow.children.length === 0
      ? undefined
      : {
          html: flowToHtml(adaptFlow(flow, links)),
          text: plainText(flow.children, () => undefined),
        };
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const made: { [P in K]?: V } = {};
  if (value !== undefined) made[key] = value;
  return made;
}

function goalToJson(goal: ResolvedGoal, write: Write): GoalJson {
  return {
    ...headToJson(goal, write),
    ...given('body', write(goal.body)),
    sections: goal.sections.map((section) => sectionToJson(section, write)),
  };
}

function sectionToJson(section: ResolvedSection, write: Write): SectionJson {
  return {
    ...headToJson(section, write),
    ...given('intro', write(section.intro)),
    parts: section.parts.map((part) => partToJson(part, write)),
  };
}

function headToJson(node: ResolvedGoal | ResolvedSection, write: Write) {
  const { anchor, page, title } = node;
  return {
    anchor,
    page,
    ...given('number', node.number),
    title,
    ...given('id', node.id),
    ...given('lang', node.lang),
    ...notes(node.notes, write),
  };
}

function notes(all: readonly Note[], write: Write) {
  const written = all.map(({ anchor, number, flow }) => ({
    anchor,
    number,
    content: write(flow) ?? { html: '', text: '' },
  }));
  return given('notes', written.length === 0 ? undefined : written);
}

function partToJson(part: ResolvedPart, write: Write): PartJson {
  const { id, heading, anchor, lead, state } = part;
  const stakeholders = part.stakeholders.map((one) => stakeholderToJson(one, write));
  const indicators = part.indicators.map((one) => indicatorToJson(one, write));
  return {
    id,
    heading,
    anchor,
    lead,
    state,
    ...given('gap', part.gap),
    ...given('content', write(part.flow)),
    ...given('stakeholders', part.content === 'stakeholders' ? stakeholders : undefined),
    ...given('indicators', part.content === 'indicators' ? indicators : undefined),
    ...given('after', write(part.after)),
  };
}

function stakeholderToJson(one: ResolvedStakeholder, write: Write) {
  return {
    anchor: one.anchor,
    name: one.name,
    ...given('kind', one.kind),
    roles: [...one.roles],
    ...given('description', write(one.description)),
  };
}

function indicatorToJson(one: ResolvedIndicator, write: Write) {
  return {
    anchor: one.anchor,
    name: one.name,
    ...given('id', one.id),
    ...given('sequence', one.sequence),
    ...given('unit', one.unit),
    ...given('stage', one.stage),
    ...given('type', one.type),
    ...given('baseline', one.baseline),
    ...given('target', one.target),
    ...given('actual', one.actual),
    ...given('status', one.status),
    results: [...one.results],
    relations: one.relations.map((relation) => ({ ...relation, refs: [...relation.refs] })),
    ...given('description', write(one.description)),
  };
}
