/** The book's documents, each from its template, as trees in reading order. */
import type { Root } from 'hast';
import type { EditionContext } from '../../model/edition.ts';
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
import { addressOf, indexName, linksFrom } from './name-documents.ts';
import { parseHtml } from './parse-html.ts';
import { prepareTree } from './prepare-tree.ts';

export interface BookDocument {
  readonly name: string;
  readonly tree: Root;
}

/**
 * The documents before the contents and the text after them, each written when it is asked for, so that a long book's
 * trees need not be held at once; and the pictures that those written so far show, by name in the book.
 */
export interface BookDocuments {
  readonly front: Iterable<BookDocument>;
  readonly text: Iterable<BookDocument>;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The names of the documents before the contents. */
export const frontNames = ['cover.xhtml', 'title-page.xhtml', 'imprint.xhtml'] as const;

/** Asking for a document raises `TemplateError`. */
export function writeDocuments(
  plan: ResolvedPlan,
  names: ReadonlyMap<string, string>,
  coverText: string,
  { templates, labels, pageMap }: Pick<EditionContext, 'templates' | 'labels' | 'pageMap'>,
): BookDocuments {
  const assets = new Map<string, Asset>();
  const slots = new FlowSlots();
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
  const write = (
    name: string,
    template: string,
    view: object,
    notes: readonly { readonly anchor: string }[] = [],
  ): BookDocument => {
    const tree = parseHtml(templates.render(`epub/${template}`, { ...shell, ...view }));
    slots.fill(tree);
    prepareTree(tree, new Set(notes.map((note) => note.anchor)), assets);
    return { name, tree };
  };

  const planName = names.get(plan.page) ?? 'plan.xhtml';
  const front = {
    plan: describePlan(plan, linksIn(planName), labels),
    bodyType: 'frontmatter',
    dateText: dateText(plan.date, plan.lang),
    periodText: periodText(plan, labels),
    coverText,
  };
  const planView = { plan: viewPlan(plan, linksIn(planName)), bodyType: 'bodymatter' };
  const goalDocument = (goal: ResolvedGoal) => {
    const name = names.get(goal.page) ?? '';
    const links = linksIn(name);
    const sections = goal.sections.map(({ anchor, page, number, title, lang }) => ({
      anchor,
      href: names.get(page) ?? '',
      number: number ?? '',
      title,
      lang: lang ?? '',
    }));
    const view = {
      ...planView,
      pageTitle: goal.title,
      goal: { ...viewGoal(goal, links), sections },
    };
    return write(name, 'goal', view, goal.notes);
  };
  const sectionDocument = (section: ResolvedSection) => {
    const name = names.get(section.page) ?? '';
    const view = {
      ...planView,
      pageTitle: section.title,
      section: describeSection(section, linksIn(name), labels),
    };
    return write(name, 'section', view, section.notes);
  };
  return {
    front: lazily(function* () {
      yield write(frontNames[0], 'cover', { ...front, pageTitle: labels['cover'] });
      yield write(frontNames[1], 'title-page', { ...front, pageTitle: plan.title });
      yield write(frontNames[2], 'imprint', { ...front, pageTitle: labels['imprint'] });
    }),
    text: lazily(function* () {
      yield write(planName, 'plan', { ...planView, pageTitle: plan.title }, plan.notes);
      for (const goal of plan.goals) {
        yield goalDocument(goal);
        for (const section of goal.sections) yield sectionDocument(section);
      }
      const stakeholders = indexEntries(plan, names);
      if (stakeholders.length > 0) {
        const shown = { bodyType: 'backmatter', pageTitle: labels['indexOfStakeholders'] };
        yield write(indexName, 'stakeholder-index', { ...planView, ...shown, stakeholders });
      }
    }),
    assets,
  };
}

function lazily(documents: () => Generator<BookDocument>): Iterable<BookDocument> {
  return { [Symbol.iterator]: documents };
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
