/** What the finishing of a print is told of the plan. */
import type { EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { pointsOf, usualSheet } from '../../model/sheet.ts';
import type { FinishMeta } from './finish/finish.ts';
import type { NoteChapter } from './footnotes.ts';
import { bodyStart, type Layout } from './layout.ts';
import type { Outline } from './outline.ts';

/** Authors are those who wrote the plan, else the organisations behind it. */
export function finishMeta(
  plan: ResolvedPlan,
  outline: Outline,
  layout: Layout,
  chapters: readonly NoteChapter[],
  context: EditionContext,
): FinishMeta {
  const writers = plan.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  const about = {
    title: plan.title,
    authors: writers.length > 0 ? writers : plan.organizations.map(({ name }) => name),
    subject: plan.summary ?? plan.subtitle ?? '',
    keywords: plan.subjects,
    lang: plan.lang,
    creator: `briefwright ${context.version}`,
  };
  const sheet = context.sheet ?? usualSheet;
  const nodes = [plan, ...plan.goals, ...plan.goals.flatMap((goal) => goal.sections)];
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
    edges: { bleed: pointsOf(sheet.bleed), marks: sheet.marks },
    grey: sheet.grey,
    headings: outline.entries,
    feet: chapters.flatMap(({ notes }) =>
      notes.flatMap(({ anchor }) => (layout.feet.has(anchor) ? [anchor] : [])),
    ),
    notes: new Set(nodes.flatMap(({ notes }) => notes.map(({ anchor }) => anchor))),
    figureLabel: context.labels['figure'] ?? '',
  };
}
