/** The book's documents, each from its template, as trees in reading order. */
import type { Root } from 'hast';
import type { EditionContext } from '../../model/edition.ts';
import { hashOf } from '../../model/hash.ts';
import type {
  Asset,
  Flow,
  ResolvedGoal,
  ResolvedPlan,
  ResolvedSection,
} from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { adaptFlow } from '../flow.ts';
import { nameLines, own } from '../print-places.ts';
import { sortStakeholders } from '../sort-stakeholders.ts';
import { type ViewLinks, viewGoal, viewPlan, viewSection } from '../view.ts';
import { FlowSlots } from './flow-slots.ts';
import { addressOf, indexName, linksFrom, nodesOf } from './name-documents.ts';
import { parseHtml } from './parse-html.ts';
import { prepareTree } from './prepare-tree.ts';

/** A document before it is written. */
export interface BookDocument {
  readonly name: string;
  /** A hash of all that it is written from, beside the templates. */
  readonly key: string;
  /** Raises `TemplateError`. */
  write(): WrittenDocument;
}

export interface WrittenDocument {
  readonly tree: Root;
  /** The pictures that it shows, by their names in the book. */
  readonly images: readonly string[];
}

/** The documents before the contents, and the text after them. */
export interface BookDocuments {
  readonly front: readonly BookDocument[];
  readonly text: readonly BookDocument[];
}

/** The names of the documents before the contents. */
export const frontNames = ['cover.xhtml', 'title-page.xhtml', 'imprint.xhtml'] as const;

export function writeDocuments(
  plan: ResolvedPlan,
  names: ReadonlyMap<string, string>,
  coverText: string,
  { templates, labels, pageMap }: Pick<EditionContext, 'templates' | 'labels' | 'pageMap'>,
): BookDocuments {
  // The pictures of the document that is being written.
  const assets = new Map<string, Asset>();
  const slots = new FlowSlots();
  // The plan's key holds what every document shows of the others: titles, numbers, addresses, pictures.
  const print = pageMap && [pageMap.pages, [...pageMap.anchors]];
  const shared = hashOf(plan.key, labels, coverText, print);
  const linksIn = (name: string): ViewLinks => {
    const links = linksFrom(name, plan, names, assets, labels);
    const adapted = (flow: Flow) => {
      const copy = adaptFlow(flow, links);
      if (pageMap) nameLines(copy);
      return copy;
    };
    return {
      lang: plan.lang,
      html: (flow) => (flow.children.length === 0 ? '' : slots.hold(() => adapted(flow))),
      href: (anchor) => addressOf(plan, names, anchor, name),
    };
  };
  const shell = { lang: plan.lang, dir: plan.dir, labels, own: pageMap && own };
  const document = (
    name: string,
    template: string,
    key: unknown,
    look: () => { readonly view: object; readonly notes?: readonly { readonly anchor: string }[] },
  ): BookDocument => ({
    name,
    key: hashOf(shared, name, template, key),
    write() {
      assets.clear();
      const { view, notes = [] } = look();
      const tree = parseHtml(templates.render(`epub/${template}`, { ...shell, ...view }));
      slots.fill(tree);
      prepareTree(tree, new Set(notes.map((note) => note.anchor)), assets);
      return { tree, images: [...assets.keys()] };
    },
  });

  const planName = names.get(plan.page) ?? 'plan.xhtml';
  const front = (name: string, template: string, title: string | undefined) =>
    document(name, template, '', () => ({
      view: {
        plan: describePlan(plan, linksIn(planName), labels),
        bodyType: 'frontmatter',
        dateText: dateText(plan.date, plan.lang),
        periodText: periodText(plan, labels),
        coverText,
        pageTitle: title,
      },
    }));
  const planView = { plan: viewPlan(plan, linksIn(planName)), bodyType: 'bodymatter' };
  const goalView = (goal: ResolvedGoal, name: string) => {
    const links = linksIn(name);
    const sections = goal.sections.map(({ anchor, page, number, title, lang }) => ({
      anchor,
      href: names.get(page) ?? '',
      number: number ?? '',
      title,
      lang: lang ?? '',
    }));
    return {
      ...planView,
      pageTitle: goal.title,
      goal: { ...viewGoal(goal, links), sections },
    };
  };
  const sectionView = (section: ResolvedSection, name: string) => ({
    ...planView,
    pageTitle: section.title,
    section: describeSection(section, linksIn(name), labels),
  });
  const textOf = (node: ResolvedPlan | ResolvedGoal | ResolvedSection): BookDocument => {
    const name = names.get(node.page) ?? planName;
    return document(name, node.type, node.key, () => ({
      view: viewOf(node, name),
      notes: node.notes,
    }));
  };
  const viewOf = (node: ResolvedPlan | ResolvedGoal | ResolvedSection, name: string): object => {
    switch (node.type) {
      case 'plan':
        return { ...planView, pageTitle: plan.title };
      case 'goal':
        return goalView(node, name);
      case 'section':
        return sectionView(node, name);
    }
  };
  const stakeholders = indexEntries(plan, names);
  const shown = { bodyType: 'backmatter', pageTitle: labels['indexOfStakeholders'] };
  const index = document(indexName, 'stakeholder-index', stakeholders, () => ({
    view: { ...planView, ...shown, stakeholders },
  }));
  return {
    front: [
      front(frontNames[0], 'cover', labels['cover']),
      front(frontNames[1], 'title-page', plan.title),
      front(frontNames[2], 'imprint', labels['imprint']),
    ],
    text: [...nodesOf(plan).map(textOf), ...(stakeholders.length > 0 ? [index] : [])],
  };
}

/** Each stakeholder with the places where it is named. */
function indexEntries(plan: ResolvedPlan, names: ReadonlyMap<string, string>) {
  return sortStakeholders(plan).map(({ name, mentions }) => ({
    name,
    mentions: mentions.flatMap(({ section }) =>
      section.parts
        .flatMap((part) => part.stakeholders)
        .filter((one) => one.name === name)
        .map(({ anchor }) => ({
          href: addressOf(plan, names, anchor, indexName),
          text: section.number ?? section.title,
        })),
    ),
  }));
}

type Labels = EditionContext['labels'];

function describePlan(plan: ResolvedPlan, links: ViewLinks, labels: Labels) {
  return { ...viewPlan(plan, links), credits: creditsOf(plan.contributors, labels) };
}

/** A section with its stakeholders' roles in the plan's language, and whether an indicator has anything to tabulate. */
function describeSection(section: ResolvedSection, links: ViewLinks, labels: Labels) {
  const view = viewSection(section, links);
  return {
    ...view,
    parts: view.parts.map((part) => ({
      ...part,
      stakeholders: part.stakeholders.map((one) => ({
        ...one,
        roleLabels: one.roles.map((role) => labels[`role${role}`] ?? role),
      })),
      indicators: part.indicators.map((one) => ({
        ...one,
        hasMeasures:
          Boolean(one.target ?? one.baseline ?? one.actual) || one.unit !== '' || one.status !== '',
      })),
    })),
  };
}

/** "2026 to 2035", or one of the two ends. */
function periodText(plan: ResolvedPlan, labels: Labels): string {
  const start = dateText(plan.start, plan.lang);
  const end = dateText(plan.end, plan.lang);
  const pattern =
    start && end ? labels['period'] : start ? labels['from'] : end ? labels['until'] : '';
  return (pattern ?? '').replace('{start}', start).replace('{end}', end);
}
