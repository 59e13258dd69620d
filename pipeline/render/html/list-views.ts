/** What the templates of the lists see. */
import type {
  ResolvedGoal,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
} from '../../model/resolved.ts';
import { columnsOf, viewIndicator } from '../view.ts';
import { entry, type Writer } from './entries.ts';
import type { ListKind } from './lists.ts';
import { overview } from './overview.ts';
import { printedPage } from './printed-page.ts';
import type { Site } from './shell.ts';

/** The content of a list's page. */
export function listView(kind: ListKind, site: Site, links: Writer): object {
  switch (kind) {
    case 'recommendations':
      return { goals: site.plan.goals.map((goal) => recommendations(goal, site, links)) };
    case 'stakeholders':
      return { stakeholders: stakeholders(site, links) };
    case 'indicators':
      return { goals: site.plan.goals.map((goal) => indicators(goal, links)) };
  }
}

function recommendations(goal: ResolvedGoal, { context }: Site, links: Writer) {
  return { ...entry(goal, links), sections: overview(goal, context.pageMap, links) };
}

/** Who is named where, as names are sorted in the plan's language. */
function stakeholders({ plan, context }: Site, links: Writer) {
  const { compare } = new Intl.Collator(plan.lang);
  const kinds = kindsByName(plan);
  return plan.stakeholders
    .map(({ name, mentions }) => ({
      name,
      kind: kinds.get(name) ?? '',
      mentions: mentions.map(({ section, roles }) => ({
        ...entry(section, links),
        href: mentionHref(section, name, links),
        roles,
        printedPage: printedPage(context.pageMap, section),
      })),
    }))
    .sort((one, other) => compare(one.name, other.name));
}

function kindsByName(plan: ResolvedPlan): ReadonlyMap<string, string> {
  const named = sectionsOf(plan)
    .flatMap((section) => section.parts)
    .flatMap((part) => part.stakeholders)
    .flatMap(({ name, kind }) => (kind === undefined ? [] : [[name, kind] as const]));
  // The first place that says what somebody is counts.
  return new Map(named.toReversed());
}

function mentionHref(section: ResolvedSection, name: string, links: Writer): string {
  const one = section.parts
    .flatMap((part) => part.stakeholders)
    .find((stakeholder) => stakeholder.name === name);
  return `${links.file(section.page)}#${one?.anchor ?? section.anchor}`;
}

/** A goal's indicators as one table, and the sections that have none, with what they say instead. */
function indicators(goal: ResolvedGoal, links: Writer) {
  const measured = goal.sections.flatMap((section) =>
    section.parts.flatMap((part) => part.indicators.map((indicator) => ({ section, indicator }))),
  );
  return {
    ...entry(goal, links),
    anchor: `all-${goal.anchor}`,
    columns: columnsOf(measured.map(({ indicator }) => indicator)),
    indicators: measured.map(({ section, indicator }) => ({
      ...viewIndicator(indicator, links),
      // Descriptions are one step away; here they would hide the figures.
      descriptionHtml: '',
      href: `${links.file(section.page)}#${indicator.anchor}`,
      section: entry(section, links),
    })),
    without: goal.sections.flatMap((section) =>
      section.parts
        .filter((part) => part.content === 'indicators' && part.indicators.length === 0)
        .map((part) => absent(section, part, links)),
    ),
  };
}

function absent(section: ResolvedSection, part: ResolvedPart, links: Writer) {
  return {
    ...entry(section, links),
    lang: section.lang ?? '',
    href: `${links.file(section.page)}#${part.anchor}`,
    gap: part.gap ?? '',
    reasonHtml: part.state === 'waived' ? links.html(part.flow) : '',
  };
}

function sectionsOf(plan: ResolvedPlan): readonly ResolvedSection[] {
  return plan.goals.flatMap((goal) => goal.sections);
}
