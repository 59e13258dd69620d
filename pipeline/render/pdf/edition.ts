/** The PDF: a book printed by the browser, its page numbers right, its fonts its own. */
import type { Edition, EditionContext, EditionResult } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { bookView, withPages } from './book-view.ts';
import { checkPrint } from './check-print.ts';
import { cssFile, fixedFiles } from './files.ts';
import { finish } from './finish/finish.ts';
import { finishMeta } from './finish-meta.ts';
import { loadHyphenators } from './hyphenate.ts';
import { blankPages, type Layout, layoutOf, printedPages } from './layout.ts';
import { outlineOf } from './outline.ts';
import { fillReferences } from './references.ts';
import { marginTexts } from './running-heads.ts';
import { settle } from './settle.ts';

/** A4 in points (ISO 216). */
const a4 = [595, 842] as const;

/**
 * Renders `<slug>.pdf`. Raises `ToolError` where the browser fails, the page numbers do not settle, or a page comes out
 * blank, in another size or with a font that is not the edition's own; `TemplateError` where a template is wrong.
 */
export const pdfEdition: Edition = { format: 'pdf', render };

async function render(plan: ResolvedPlan, context: EditionContext): Promise<EditionResult> {
  const outline = outlineOf(plan, context.labels);
  const view = bookView(plan, outline, context, await loadHyphenators(languagesOf(plan)));
  const fixed = fixedFiles(context, plan.assets.values());
  const print = (layout: Layout, tagged: boolean) => {
    const margins = marginTexts(plan, outline, layout, context.labels);
    const html = context.templates.render('pdf/book', withPages(view, outline, layout));
    return context.printer.print({
      html: fillReferences(html, outline, layout, context.labels),
      files: new Map([
        ...fixed,
        ['margins.css', cssFile(context.templates.render('pdf/margins.css', margins))],
      ]),
      tagged,
    });
  };
  const titles = new Map(outline.entries.map(({ anchor, text }) => [anchor, text]));
  const { bytes, layout } = await settle(
    print,
    outline.chapters,
    (anchor) => titles.get(anchor) ?? anchor,
    context.pageMap && layoutOf(context.pageMap, outline.chapters),
  );
  checkPrint(bytes, { size: a4, blanks: blankPages(layout), fonts: context.fonts });
  const finished = await finish(bytes, finishMeta(plan, outline, layout, context));
  return {
    artifacts: [{ path: `${plan.slug}.pdf`, bytes: finished, mediaType: 'application/pdf' }],
    findings: [],
    pageMap: { pages: printedPages(layout, outline.chapters[0]), anchors: layout.anchors },
  };
}

function languagesOf(plan: ResolvedPlan): readonly string[] {
  const nodes = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  return [plan.lang, ...nodes.flatMap(({ lang }) => lang ?? [])];
}
