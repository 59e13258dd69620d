/** What the print's templates see: the plan's views, and what only a book has: contents, page numbers, blank pages. */
import type { EditionContext } from '../../model/edition.ts';
import type { Flow, ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { directionOf } from '../direction.ts';
import { own } from '../print-places.ts';
import { sortStakeholders } from '../sort-stakeholders.ts';
import { type ViewLinks, viewGoal, viewPlan, viewSection } from '../view.ts';
import type { PageArea } from './area.ts';
import { styleSheets } from './files.ts';
import { footPlaces, type NoteChapter, noteEnd } from './footnotes.ts';
import type { Hyphenate } from './hyphenate.ts';
import { type Layout, pageNumbers } from './layout.ts';
import type { Outline } from './outline.ts';
import { pageRanges } from './page-ranges.ts';
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
    lang: plan.lang,
    html: (flow) => printFlow(flow, lang, level, flows),
    href: (anchor) => `#${anchor}`,
  });
  const copy = (flow: Flow, lang = plan.lang) => printCopy(flow, lang, flows);
  const line = (node: ResolvedGoal | ResolvedSection) => ({
    number: node.number ?? '',
    lang: node.lang ?? plan.lang,
    dir: directionOf(node.lang ?? plan.lang),
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
export function withPages(
  view: BookView,
  outline: Outline,
  layout: Layout,
  chapters: readonly NoteChapter[],
  area: PageArea,
) {
  const numbers = pageNumbers(layout, outline.chapters[0]);
  const pageOf = (anchor: string) => numbers[layout.anchors.get(anchor) ?? -1] ?? unknownPage;
  const written = new Map(
    [view.plan, ...view.goals.flatMap((goal) => [goal, ...goal.sections])].flatMap(({ notes }) =>
      notes.map((note) => [note.anchor, note] as const),
    ),
  );
  const feet = new Map(
    chapters.map((chapter) => {
      const start = layout.anchors.get(chapter.anchor) ?? 0;
      const heightOf = (page: number) => area.heightOf(layout, start + page);
      const places = footPlaces(chapter, layout.feet, heightOf).map(({ notes, ...place }) => ({
        ...place,
        notes: notes.flatMap((anchor) => written.get(anchor) ?? []),
      }));
      return [chapter.anchor, places] as const;
    }),
  );
  /** With those of its notes that stand at the end of it. */
  const withNotes = <T extends { readonly notes: readonly { readonly anchor: string }[] }>(
    of: T,
  ) => ({
    ...of,
    notes: of.notes.filter(({ anchor }) => !layout.feet.has(anchor)),
  });
  return {
    ...view,
    plan: { ...withNotes(view.plan), feet: feet.get(own.about) ?? [] },
    goals: view.goals.map((goal) => ({
      ...withNotes(goal),
      feet: feet.get(goal.anchor) ?? [],
      sections: goal.sections.map(withNotes),
    })),
    ends: [...written.keys()].map(noteEnd),
    stakeholders: view.stakeholders.map(({ name, anchors }) => ({
      name,
      pages: pageRanges(
        anchors.map((anchor) => ({
          index: layout.anchors.get(anchor) ?? -1,
          page: pageOf(anchor),
          anchor,
        })),
      ),
    })),
    pages: Object.fromEntries(outline.anchors.map((anchor) => [anchor, pageOf(anchor)])),
    blanks: Object.fromEntries(
      outline.chapters.map((chapter) => [chapter, layout.blanks.has(chapter)]),
    ),
  };
}
