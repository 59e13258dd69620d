/** What the finishing of a print and the merging of its fragments are told of the plan. */
import type { EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { pointsOf, usualSheet } from '../../model/sheet.ts';
import type { FinishMeta } from './finish/finish.ts';
import type { NoteChapter } from './footnotes.ts';
import { bodyStart, type Layout } from './layout.ts';
import type { WholeMeta } from './merge/merge.ts';
import type { Outline } from './outline.ts';

/** What a fragment is finished with. `idPrefix` is its own. */
export function finishMeta(
  plan: ResolvedPlan,
  layout: Layout,
  chapters: readonly NoteChapter[],
  context: EditionContext,
  idPrefix: string,
): FinishMeta {
  const sheet = context.sheet ?? usualSheet;
  const nodes = [plan, ...plan.goals, ...plan.goals.flatMap((goal) => goal.sections)];
  return {
    lang: plan.lang,
    edges: { bleed: pointsOf(sheet.bleed), marks: sheet.marks },
    grey: sheet.grey,
    feet: chapters.flatMap(({ notes }) =>
      notes.flatMap(({ anchor }) => (layout.feet.has(anchor) ? [anchor] : [])),
    ),
    notes: new Set(nodes.flatMap(({ notes }) => notes.map(({ anchor }) => anchor))),
    figureLabel: context.labels['figure'] ?? '',
    idPrefix,
  };
}

/** What the whole file says. Authors are those who wrote the plan, else the organisations behind it. */
export function wholeMeta(
  plan: ResolvedPlan,
  outline: Outline,
  layout: Layout,
  context: EditionContext,
): WholeMeta {
  const writers = plan.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  const about = {
    title: plan.title,
    authors: writers.length > 0 ? writers : plan.organizations.map(({ name }) => name),
    subject: plan.summary ?? plan.subtitle ?? '',
    keywords: plan.subjects,
    lang: plan.lang,
    creator: `briefwright ${context.version}`,
  };
  return {
    ...about,
    dir: plan.dir,
    date: context.date,
    xmp: context.templates.render('pdf/metadata.xmp', {
      ...about,
      publisher: plan.publisher ?? '',
      rights: plan.rights ?? '',
      urn: plan.urn,
      time: context.date.toISOString().replace('.000', ''),
    }),
    bodyStart: bodyStart(layout, outline.chapters[0]),
    headings: outline.entries,
  };
}
