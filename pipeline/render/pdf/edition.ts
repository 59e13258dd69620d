/** The PDF: a book printed by the browser, its page numbers right, its fonts its own. */
import type {
  Edition,
  EditionContext,
  EditionResult,
  PageMap,
  Places,
} from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { usualSheet } from '../../model/sheet.ts';
import { pageArea } from './area.ts';
import { bookView, withPages } from './book-view.ts';
import { fixedFiles } from './files.ts';
import { wholeMeta } from './finish-meta.ts';
import { areClear, type Feet, nearFeet, nextFeet, noteChapters } from './footnotes.ts';
import { loadHyphenators } from './hyphenate.ts';
import { printInPieces } from './in-pieces.ts';
import { type Layout, layoutOf, printedPages } from './layout.ts';
import { idsInNotes, lowestTexts } from './lowest-text.ts';
import { merge } from './merge/merge.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Book } from './press.ts';
import { settle } from './settle.ts';

/**
 * Renders `<slug>.pdf`. Raises `ToolError` where the browser fails, the page numbers do not settle, or a page comes out
 * blank, in another size or with a font that is not the edition's own; `TemplateError` where a template is wrong.
 */
export const pdfEdition: Edition = { format: 'pdf', render };

async function render(plan: ResolvedPlan, context: EditionContext): Promise<EditionResult> {
  const outline = outlineOf(plan, context.labels);
  const view = bookView(plan, outline, context, await loadHyphenators(languagesOf(plan)));
  const sheet = context.sheet ?? usualSheet;
  const notes = noteChapters(plan);
  const area = pageArea(sheet);
  const inNotes = idsInNotes(plan);
  const shown = (places: Places, feet: Feet) => ({
    ...{ places, feet, area },
    lowestText: lowestTexts(places, area, inNotes),
  });
  const onRight = sheet.sides === 2 ? outline.chapters : [];
  const titles = new Map(outline.entries.map(({ anchor, text }) => [anchor, text]));
  const book: Book = {
    plan,
    context,
    files: fixedFiles(context, plan.assets.values()),
    textOf: (layout) => ({
      ...{ plan, outline, layout },
      view: withPages(view, outline, layout, notes, area),
    }),
  };
  const { print, findings } = await printInPieces(book, (pressOf) =>
    context.printer.proof(book.files, async (proof) => {
      const settled = await settle(
        pressOf(proof),
        onRight,
        (anchor) => titles.get(anchor) ?? anchor,
        {
          // What stands over a foot may move before all stands right.
          next: (places, feet) => nextFeet(notes, { ...shown(places, feet), lowestText: () => 0 }),
          clearing: (places, feet) => nextFeet(notes, shown(places, feet)),
          near: (places, feet) => nearFeet(notes, shown(places, feet)),
          areClear: (places, feet) => areClear(notes, shown(places, feet)),
        },
        context.pageMap && layoutOf(context.pageMap, onRight),
      );
      return { fragments: await settled.print.fragments(), layout: settled.layout };
    }),
  );
  const { fragments, layout } = print;
  const finished = merge(fragments, wholeMeta(plan, outline, layout, context));
  return {
    artifacts: [{ path: `${plan.slug}.pdf`, bytes: finished, mediaType: 'application/pdf' }],
    findings,
    pageMap: pageMapOf(layout, outline),
  };
}

function pageMapOf(layout: Layout, outline: Outline): PageMap {
  const anchors = outline.anchors.flatMap((anchor) => {
    const page = layout.anchors.get(anchor);
    return page === undefined ? [] : [[anchor, page] as const];
  });
  const pages = printedPages(layout, outline.chapters[0]);
  return { pages, anchors: new Map(anchors), feet: layout.feet };
}

function languagesOf(plan: ResolvedPlan): readonly string[] {
  const nodes = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  return [plan.lang, ...nodes.flatMap(({ lang }) => lang ?? [])];
}
