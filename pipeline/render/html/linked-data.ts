/** What a page says of itself to machines, in the words of schema.org, as JSON-LD. */
import type { Contributor } from '../../model/matter.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import type { PageNode } from './entries.ts';
import type { About } from './shell.ts';
import { addressOf } from './site.ts';

/** JSON to stand in a script element; empty for a page that is about no one thing. */
export function linkedData(plan: ResolvedPlan, about: About): string {
  const { node } = about;
  if (node === undefined) return '';
  const data = node.type === 'plan' ? report(plan) : chapter(plan, node, about);
  // Nothing in it can end the element or open a comment.
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
}

/** The plan as a schema.org Report, with its goals as chapters. */
function report(plan: ResolvedPlan): object {
  const [organization] = plan.organizations;
  const publisher = plan.publisher ?? organization?.name;
  return {
    ...reportHead(plan),
    alternativeHeadline: plan.subtitle,
    description: plan.summary,
    inLanguage: plan.lang,
    datePublished: plan.date,
    temporalCoverage: plan.start && plan.end && `${plan.start}/${plan.end}`,
    version: plan.version,
    creativeWorkStatus: plan.draft ? 'Draft' : plan.status,
    isbn: plan.isbn,
    keywords: some(plan.subjects),
    author: people(plan, ['aut', 'cre']),
    editor: people(plan, ['edt']),
    translator: people(plan, ['trl']),
    contributor: some(plan.contributors.filter(({ role }) => !known.includes(role)).map(person)),
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    sourceOrganization: some(
      plan.organizations.map(({ name, acronym, description: about }) => ({
        '@type': 'Organization',
        name,
        alternateName: acronym,
        description: about,
      })),
    ),
    license: /https?:\/\/[^\s<>]+/u.exec(plan.rights ?? '')?.[0],
    copyrightNotice: plan.rights,
    hasPart: plan.goals.map((goal) => chapterHead(plan, goal)),
  };
}

const known = ['aut', 'cre', 'edt', 'trl'];

function chapter(plan: ResolvedPlan, node: PageNode, { goal, description }: About): object {
  const above = goal !== undefined && goal !== node ? chapterHead(plan, goal) : undefined;
  const whole = reportHead(plan);
  return {
    ...chapterHead(plan, node),
    abstract: description || undefined,
    inLanguage: (node.type !== 'plan' && node.lang) || plan.lang,
    datePublished: plan.date,
    isPartOf: above === undefined ? whole : { ...above, isPartOf: whole },
  };
}

function reportHead(plan: ResolvedPlan) {
  return {
    '@type': 'Report',
    '@id': plan.urn,
    name: plan.title,
    identifier: plan.id ?? plan.urn,
    url: addressOf(plan, plan.page),
  };
}

function chapterHead(plan: ResolvedPlan, node: PageNode) {
  return {
    '@type': 'Chapter',
    position: node.type === 'plan' ? undefined : node.number,
    name: node.title,
    url: addressOf(plan, node.page),
  };
}

function people({ contributors }: ResolvedPlan, roles: readonly string[]) {
  return some(contributors.filter(({ role }) => roles.includes(role)).map(person));
}

function person({ name }: Contributor) {
  return { '@type': 'Person', name };
}

/** An empty list says nothing, and is left out. */
function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
