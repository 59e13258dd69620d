/** A resolved plan written by hand, with every construct an edition shows. */

import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type {
  Asset,
  Flow,
  ResolvedGoal,
  ResolvedIndicator,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
  ResolvedStakeholder,
} from '../../pipeline/model/resolved.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** Markup as a flow, without positions. */
export function flow(html = ''): Flow {
  const root: Root = parser.parse(html.trim());
  return JSON.parse(JSON.stringify(root, (key, value) => (key === 'position' ? undefined : value)));
}

/** A part named by its id, filled with the flow unless `rest` says otherwise. */
export function part(id: string, html: string, rest: Partial<ResolvedPart> = {}): ResolvedPart {
  return {
    id,
    heading: id.charAt(0).toUpperCase() + id.slice(1),
    anchor: `part-${id}`,
    lead: id === 'recommendation',
    content: id === 'stakeholders' || id === 'indicators' ? id : 'prose',
    state: 'filled',
    gap: undefined,
    flow: flow(html),
    stakeholders: [],
    indicators: [],
    after: flow(),
    ...rest,
  };
}

export function stakeholder(
  name: string,
  rest: Partial<ResolvedStakeholder> = {},
): ResolvedStakeholder {
  return {
    name,
    kind: undefined,
    roles: [],
    description: flow(),
    anchor: `who-${name.toLowerCase().replace(/\W+/gu, '-')}`,
    ...rest,
  };
}

export function indicator(name: string, rest: Partial<ResolvedIndicator> = {}): ResolvedIndicator {
  return {
    name,
    id: undefined,
    sequence: undefined,
    stage: undefined,
    type: undefined,
    unit: undefined,
    baseline: undefined,
    target: undefined,
    actual: undefined,
    status: undefined,
    results: [],
    relations: [],
    description: flow(),
    anchor: `what-${name.toLowerCase().replace(/\W+/gu, '-')}`,
    ...rest,
  };
}

export function section(
  number: string,
  title: string,
  page: string,
  rest: Partial<ResolvedSection> = {},
): ResolvedSection {
  return {
    type: 'section',
    key: page,
    origin: {
      path: `sources/plan/${page.replace(/html$/u, 'md')}`,
      key: page.replace(/html$/u, 'md'),
      text: '',
    },
    number,
    title,
    titleFlow: flow(title),
    anchor: `s-${number.replaceAll('.', '-')}`,
    page,
    id: undefined,
    lang: undefined,
    intro: flow(),
    parts: [],
    notes: [],
    ...rest,
  };
}

export function goal(
  number: string,
  title: string,
  page: string,
  rest: Partial<ResolvedGoal> = {},
): ResolvedGoal {
  return {
    type: 'goal',
    key: page,
    origin: {
      path: `sources/plan/${page.replace(/index\.html$/u, 'goal.md')}`,
      key: page.replace(/index\.html$/u, 'goal.md'),
      text: '',
    },
    number,
    title,
    titleFlow: flow(title),
    anchor: `g-${number}`,
    page,
    id: undefined,
    lang: undefined,
    body: flow(),
    notes: [],
    sections: [],
    ...rest,
  };
}

/** Whatever is not given is absent. Pages of anchors are those of goals and sections. */
export function plan(rest: Partial<ResolvedPlan>): ResolvedPlan {
  const goals = rest.goals ?? [];
  const targets = goals.flatMap((one) => [one, ...one.sections]);
  return {
    type: 'plan',
    key: 'plan',
    origin: { path: 'sources/plan/plan.md', key: 'plan.md', text: '' },
    slug: 'plan',
    draft: false,
    lang: 'en',
    dir: 'ltr',
    title: 'Plan',
    titleFlow: flow(rest.title ?? 'Plan'),
    anchor: 'plan',
    page: 'index.html',
    subtitle: undefined,
    contributors: [],
    organizations: [],
    date: undefined,
    start: undefined,
    end: undefined,
    id: undefined,
    urn: 'urn:uuid:00000000-0000-5000-8000-000000000000',
    rights: undefined,
    source: undefined,
    publisher: undefined,
    subjects: [],
    summary: undefined,
    status: undefined,
    version: undefined,
    isbn: undefined,
    handling: undefined,
    url: undefined,
    submitter: undefined,
    stratml: undefined,
    body: flow(),
    notes: [],
    goals,
    tables: [],
    figures: [],
    stakeholders: [],
    assets: new Map<string, Asset>(),
    pages: new Map(targets.map((target) => [target.anchor, target.page])),
    words: 0,
    ...rest,
  };
}
