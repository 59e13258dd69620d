/** What the print's templates see: the plan's views, and what only a book has: contents, page numbers, blank pages. */
import type { EditionContext } from '../../model/edition.ts';
import type { Flow, ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { own } from '../print-places.ts';
import { sortStakeholders } from '../sort-stakeholders.ts';
import { type ViewLinks, viewGoal, viewPlan, viewSection } from '../view.ts';
import { styleSheets } from './files.ts';
import type { Hyphenate } from './hyphenate.ts';
import { type Layout, pageNumbers } from './layout.ts';
import type { Outline } from './outline.ts';
import { printCopy, printFlow } from './print-flow.ts';
import { unknownPage } from './references.ts';

/** The part of a view that no print changes; `withPages` adds what each print knows better. */
export type BookView = ReturnType<typeof bookView>;

/** The view of a plan's print, without page numbers. */
export function bookView(
  plan: ResolvedPlan,
  outline: Outline,
  context: EditionContext,
  hyphenators: ReadonlyMap<string, Hyphenate>,
) {
  const nodes = [...plan.goals, ...plan.goals.flatMap((goal) => goal.sections)];
  const targets = new Map(nodes.map((node) => [node.anchor, node]));
  const flows = { assets: plan.assets, hyphenators, labels: context.labels, targets };
  const links = (level: number, lang = plan.lang): ViewLinks => ({
    html: (flow) => printFlow(flow, lang, level, flows),
    href: (anchor) => `#${anchor}`,
  });
  const copy = (flow: Flow, lang = plan.lang) => printCopy(flow, lang, flows);
  const line = (node: ResolvedGoal | ResolvedSection) => ({
    number: node.number ?? '',
    titleHtml: copy(node.titleFlow, node.lang),
    anchor: node.anchor,
  });
  return {
    labels: context.labels,
    styles: styleSheets(context),
    own,
    anchors: outline.anchors,
    plan: {
      ...viewPlan(plan, links(3)),
      credits: creditsOf(plan.contributors, context.labels),
      dateText: dateText(plan.date, plan.lang),
      startText: dateText(plan.start, plan.lang),
      endText: dateText(plan.end, plan.lang),
    },
    tables: plan.tables,
    figures: plan.figures,
    stakeholders: stakeholderIndex(plan),
    contents: plan.goals.map((goal) => ({ ...line(goal), sections: goal.sections.map(line) })),
    goals: plan.goals.map((goal) => ({
      ...viewGoal(goal, links(3, goal.lang)),
      overview: goal.sections.map((section) => ({
        ...line(section),
        recommendationHtml: section.parts
          .filter((part) => part.lead && part.state === 'filled')
          .map((part) => copy(part.flow, section.lang))
          .join(''),
      })),
      sections: goal.sections.map((section) => viewSection(section, links(5, section.lang))),
    })),
  };
}

/** Stakeholders as they are sorted in the plan's language, each with the anchors where it is named. */
function stakeholderIndex(plan: ResolvedPlan) {
  return sortStakeholders(plan).map(({ name, mentions }) => ({
    name,
    anchors: mentions.flatMap(({ section }) =>
      section.parts.flatMap((part) =>
        part.stakeholders.filter((one) => one.name === name).map((one) => one.anchor),
      ),
    ),
  }));
}

/** The view with the page of every anchor and with the chapters that a blank page goes before, as a layout has them. */
export function withPages(view: BookView, outline: Outline, layout: Layout) {
  const numbers = pageNumbers(layout, outline.chapters[0]);
  const pageOf = (anchor: string) => numbers[layout.anchors.get(anchor) ?? -1] ?? unknownPage;
  return {
    ...view,
    stakeholders: view.stakeholders.map(({ name, anchors }) => ({
      name,
      pages: [...new Map(anchors.map((anchor) => [pageOf(anchor), anchor]))].map(
        ([page, anchor]) => ({ page, anchor }),
      ),
    })),
    pages: Object.fromEntries(outline.anchors.map((anchor) => [anchor, pageOf(anchor)])),
    blanks: Object.fromEntries(
      outline.chapters.map((chapter) => [chapter, layout.blanks.has(chapter)]),
    ),
  };
}
