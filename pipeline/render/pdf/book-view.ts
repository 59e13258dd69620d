/** What the print's templates see: the plan's views, and what only a book has: contents, page numbers, blank pages. */
import type { EditionContext } from '../../model/edition.ts';
import type { Flow, ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import { dateText } from '../date-text.ts';
import { type ViewLinks, viewGoal, viewPlan, viewSection } from '../view.ts';
import { styleSheets } from './files.ts';
import type { Hyphenate } from './hyphenate.ts';
import { type Layout, pageNumbers } from './layout.ts';
import { type Outline, own } from './outline.ts';
import { printCopy, printFlow } from './print-flow.ts';

/** Stands for a page that is not known yet, as wide as most. */
const unknownPage = '00';

/** The part of a view that no print changes; `withPages` adds what each print knows better. */
export type BookView = ReturnType<typeof bookView>;

/** The view of a plan's print, without page numbers. */
export function bookView(
  plan: ResolvedPlan,
  outline: Outline,
  context: EditionContext,
  hyphenators: ReadonlyMap<string, Hyphenate>,
) {
  const flows = { assets: plan.assets, hyphenators, labels: context.labels };
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
      dateText: dateText(plan.date, plan.lang),
      startText: dateText(plan.start, plan.lang),
      endText: dateText(plan.end, plan.lang),
    },
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

/** The view with the page of every anchor and with the chapters that a blank page goes before, as a layout has them. */
export function withPages(view: BookView, outline: Outline, layout: Layout) {
  const numbers = pageNumbers(layout, outline.chapters[0]);
  const pageOf = (anchor: string) => numbers[layout.anchors.get(anchor) ?? -1] ?? unknownPage;
  return {
    ...view,
    pages: Object.fromEntries(outline.anchors.map((anchor) => [anchor, pageOf(anchor)])),
    blanks: Object.fromEntries(
      outline.chapters.map((chapter) => [chapter, layout.blanks.has(chapter)]),
    ),
  };
}
