/** The HTML of the book: of the whole, and of its pieces, each of which starts a page. */
import type { EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { type Sheet, usualSheet } from '../../model/sheet.ts';
import { own } from '../print-places.ts';
import type { withPages } from './book-view.ts';
import { type Layout, pageNumbers, unknownLayout } from './layout.ts';
import type { Outline } from './outline.ts';
import { fillReferences } from './references.ts';
import { type MarginTexts, marginTexts } from './running-heads.ts';

/** What a book is of, and what its layout makes of it. */
export interface BookText {
  readonly plan: ResolvedPlan;
  readonly outline: Outline;
  readonly layout: Layout;
  readonly view: ReturnType<typeof withPages>;
}

/** A piece of the book: front matter, a goal, the index. The blank page before a goal belongs to the piece before it. */
export interface BookPiece {
  /** The anchor that it starts with. */
  readonly name: string;
  /** The index of its first page. */
  readonly first: number;
  readonly pageCount: number;
  /** Whether its document has a blank page more before the others, so that left-hand pages are left-hand ones in it. */
  readonly leads: boolean;
  /** The ids that its links lead to. */
  readonly links: ReadonlySet<string>;
  /** A document of its own. Links into other pieces lead to elements that are not shown. */
  readonly html: string;
}

/** The document of the whole book. */
export function wholeBook(text: BookText, context: EditionContext): string {
  const { outline, layout, view } = text;
  const bodies = bodiesOf(text, context).map(({ name, html }) => {
    const hidden = layout.blanks.has(name) ? '' : ' hidden';
    return outline.chapters.includes(name)
      ? `<div class="blank"${hidden}></div>\n${html()}`
      : html();
  });
  return context.templates.render('pdf/book', {
    ...view,
    body: bodies.join('\n'),
    elsewhere: [],
    margins: marginsOf(text, context),
  });
}

/** The documents of the pieces, in order. Those of pieces that did not change are the same. */
export function bookPieces(text: BookText, context: EditionContext): readonly BookPiece[] {
  const { outline, layout, view } = text;
  const { sides }: Sheet = context.sheet ?? usualSheet;
  const anchors = new Set(outline.anchors);
  const ends = new Set(view.ends);
  const bodies = bodiesOf(text, context);
  const starts = bodies.map(({ name }, at) => (at === 0 ? 0 : (layout.anchors.get(name) ?? 0)));
  const margins = marginsOf(text, context);
  return bodies.map(({ name, html }, at): BookPiece => {
    const [first = 0, end = layout.pageCount] = starts.slice(at);
    const leads = sides === 2 && first % 2 === 1;
    const inner = html();
    const { ids, links } = idsAndLinks(inner);
    const body = [
      ...(leads ? [blankPage] : []),
      inner,
      ...(layout.blanks.has(bodies[at + 1]?.name ?? '') ? [blankPage] : []),
    ];
    return {
      name,
      first,
      pageCount: end - first,
      leads,
      links,
      html: context.templates.render('pdf/book', {
        ...view,
        body: body.join('\n'),
        anchors: [...ids].filter((id) => anchors.has(id)),
        ends: [...ids].filter((id) => ends.has(id)),
        elsewhere: [...links].filter((id) => anchors.has(id) && !ids.has(id)),
        margins: onPages(margins, first, end, leads),
      }),
    };
  });
}

/** A piece as it is laid out on the screen: without blank pages, and without texts in the margins, which move nothing. */
export interface ScreenPiece {
  /** The anchor that it starts with. */
  readonly name: string;
  html(): string;
}

/** The pieces on the screen, in order. What is known of other pieces moves them only where they name its pages. */
export function screenPieces(text: BookText, context: EditionContext): readonly ScreenPiece[] {
  const { outline, view } = text;
  const anchors = new Set(outline.anchors);
  const ends = new Set(view.ends);
  const margins = marginsOf({ ...text, layout: unknownLayout }, context);
  return bodiesOf(text, context).map(({ name, html }) => ({
    name,
    html() {
      const body = html();
      const { ids } = idsAndLinks(body);
      return context.templates.render('pdf/book', {
        ...{ ...view, body, margins, elsewhere: [] },
        anchors: [...ids].filter((id) => anchors.has(id)),
        ends: [...ids].filter((id) => ends.has(id)),
      });
    },
  }));
}

const blankPage = '<div class="blank"></div>';

/** What stands in the pieces, by the anchors that they start with. Each is written when it is asked for. */
function bodiesOf(
  { outline, layout, view }: BookText,
  { templates, labels }: EditionContext,
): readonly { readonly name: string; html(): string }[] {
  const numbers = pageNumbers(layout, outline.chapters[0]);
  const render = (name: string, more: object) =>
    fillReferences(templates.render(name, more), numbers, layout, labels);
  const { plan, pages, stakeholders } = view;
  const shared = { lang: plan.lang, own, labels, pages };
  return [
    { name: own.cover, html: () => render('pdf/front', view) },
    ...view.goals.map((goal) => ({
      name: goal.anchor,
      html: () => render('pdf/goal', { ...shared, home: plan.lang, goal }),
    })),
    ...(stakeholders.length > 0
      ? [
          {
            name: own.stakeholders,
            html: () => render('pdf/stakeholder-index', { ...shared, stakeholders }),
          },
        ]
      : []),
  ];
}

type Margins = MarginTexts & { readonly bleed: number };

function marginsOf({ plan, outline, layout }: BookText, context: EditionContext): Margins {
  const sheet = context.sheet ?? usualSheet;
  const texts = marginTexts(plan, outline, layout, sheet, context.labels);
  return { ...texts, bleed: sheet.bleed };
}

/** The texts of some pages, with none on the blank page that leads. */
function onPages(margins: Margins, first: number, end: number, leads: boolean): Margins {
  const these = (texts: readonly string[]) => [
    ...(leads ? ['""'] : []),
    ...texts.slice(first, end),
  ];
  const { folios, leftHeads, rightHeads } = margins;
  return {
    ...margins,
    folios: these(folios),
    leftHeads: these(leftHeads),
    rightHeads: these(rightHeads),
  };
}

/** The ids of elements, and those that links of the page lead to. */
function idsAndLinks(html: string) {
  const ids = new Set<string>();
  const links = new Set<string>();
  for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|[^">])*>/giu)) {
    for (const [, name, value = ''] of tag.matchAll(/([^\s"=<>/]+)="([^"]*)"/gu)) {
      if (name === 'id') ids.add(value);
      else if (name === 'href' && value.startsWith('#')) links.add(value.slice(1));
    }
  }
  return { ids, links };
}
