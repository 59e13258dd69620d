/** What stands in the margins of each page: number, running head, draft and handling mark. */
import type { Labels } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import type { Sheet } from '../../model/sheet.ts';
import { blankPages, bodyStart, type Layout, pageNumbers } from './layout.ts';
import type { Outline } from './outline.ts';

/** How much of a title a running head holds, in letters. */
const longest = 64;

/** One text a page, in order, each as a CSS string with its quotes. */
export interface MarginTexts {
  readonly folios: readonly string[];
  readonly leftHeads: readonly string[];
  readonly rightHeads: readonly string[];
  /** The same on every page; `""` where there is none. */
  readonly marksAbove: string;
  readonly marksBelow: string;
}

/**
 * Numbers on all pages but the cover and blanks. Running heads on those where no chapter opens: the plan on left-hand
 * pages, on right-hand ones the first section that begins there, else the one that goes on; on one side of the paper
 * both on every page.
 */
export function marginTexts(
  plan: ResolvedPlan,
  outline: Outline,
  layout: Layout,
  { sides }: Pick<Sheet, 'sides'>,
  labels: Labels,
): MarginTexts {
  const [firstChapter] = outline.chapters;
  const blanks = blankPages(layout);
  const body = bodyStart(layout, firstChapter);
  const total = String(layout.pageCount - body);
  const openers = new Set(outline.openers.map((anchor) => layout.anchors.get(anchor)));
  const heads = headsByPage(outline, layout);
  const quiet = (page: number) => blanks.has(page) || openers.has(page);
  const numbers = pageNumbers(layout, firstChapter);
  const folio = (number: string, page: number) => {
    if (page === 0 || blanks.has(page)) return '';
    return page < body
      ? number
      : (labels['pageOf'] ?? '{page}').replace('{page}', number).replace('{total}', total);
  };
  return {
    folios: numbers.map((number, page) => cssString(folio(number, page))),
    leftHeads: numbers.map((_, page) =>
      cssString((sides === 1 || page % 2 === 1) && !quiet(page) ? shorten(plan.title) : ''),
    ),
    rightHeads: numbers.map((_, page) =>
      cssString((sides === 1 || page % 2 === 0) && !quiet(page) ? shorten(heads[page] ?? '') : ''),
    ),
    marksAbove: cssString(
      [plan.handling, plan.draft ? labels['draft'] : undefined].filter(Boolean).join(' · '),
    ),
    marksBelow: cssString(plan.handling ?? ''),
  };
}

/** For each page the head of what begins on it first, else of what goes on. */
function headsByPage(outline: Outline, layout: Layout): readonly string[] {
  const first = new Map<number, string>();
  const last = new Map<number, string>();
  for (const { anchor, text } of outline.entries) {
    const page = layout.anchors.get(anchor);
    if (page === undefined) continue;
    if (!first.has(page)) first.set(page, text);
    last.set(page, text);
  }
  let going = '';
  return Array.from({ length: layout.pageCount }, (_, page) => {
    const head = first.get(page) ?? going;
    going = last.get(page) ?? going;
    return head;
  });
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longest) + 1 || longest).trimEnd()} …`;
}

/** A text as a CSS string (CSS Syntax 4.3.5); `<` too, so that no style element can end in it. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<\p{Cc}]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
