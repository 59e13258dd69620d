/** The ways through a book: contents, lists, landmarks and printed pages, for the navigation document and the NCX. */
import type { Labels } from '../../model/edition.ts';
import type { Captioned, ResolvedPlan } from '../../model/resolved.ts';
import type { MarkedPage } from './mark-pages.ts';
import { addressOf, indexName } from './name-documents.ts';

export interface Entry {
  /** The anchor of the goal or section; empty for the book's own pages. */
  readonly anchor: string;
  readonly href: string;
  readonly number: string;
  readonly title: string;
  /** Where it is not the plan's; else empty. */
  readonly lang: string;
  readonly children: readonly Entry[];
  /** The entry's place in reading order among contents and pages, from 1 (NCX playOrder). */
  readonly order: number;
}

export interface PageEntry {
  readonly href: string;
  readonly label: string;
  readonly order: number;
  /** NCX: `front` for roman numbers, `normal` for arabic ones, `special` for others. */
  readonly kind: 'front' | 'normal' | 'special';
  /** The number as digits, where it is one. */
  readonly value: string;
}

export interface Navigation {
  readonly contents: readonly Entry[];
  readonly tables: readonly object[];
  readonly figures: readonly object[];
  readonly landmarks: readonly object[];
  readonly pages: readonly PageEntry[];
  readonly depth: number;
  readonly maxPage: number;
}

/** `order` is the documents' names in reading order. */
export function navigate(
  plan: ResolvedPlan,
  names: ReadonlyMap<string, string>,
  order: readonly string[],
  pages: readonly MarkedPage[],
  labels: Labels,
): Navigation {
  const playOrder = orderOf(order, pages);
  const entry = (
    node: {
      readonly anchor: string;
      readonly page: string;
      readonly title: string;
      readonly lang?: string | undefined;
    },
    number: string | undefined,
    children: readonly Entry[] = [],
  ): Entry => {
    const href = names.get(node.page) ?? '';
    return {
      anchor: node.anchor,
      href,
      number: number ?? '',
      title: node.title,
      lang: node.lang ?? '',
      children,
      order: playOrder(href),
    };
  };
  const page = (href: string, title: string): Entry => ({
    anchor: '',
    href,
    number: '',
    title,
    lang: '',
    children: [],
    order: playOrder(href),
  });
  const list = (captioned: readonly Captioned[]) =>
    captioned.map(({ anchor, number, caption }) => ({
      anchor,
      number,
      caption,
      href: addressOf(plan, names, anchor),
    }));
  const start = names.get(plan.page) ?? '';
  const indexed = plan.stakeholders.length > 0;
  return {
    contents: [
      page('title-page.xhtml', labels['titlePage'] ?? ''),
      page('imprint.xhtml', labels['imprint'] ?? ''),
      page('toc.xhtml', labels['contents'] ?? ''),
      { ...entry(plan, undefined), anchor: '', lang: '' },
      ...plan.goals.map((goal) =>
        entry(
          goal,
          goal.number,
          goal.sections.map((section) => entry(section, section.number)),
        ),
      ),
      ...(indexed ? [page(indexName, labels['indexOfStakeholders'] ?? '')] : []),
    ],
    tables: list(plan.tables),
    figures: list(plan.figures),
    landmarks: [
      { type: 'cover', href: 'cover.xhtml', title: labels['cover'] },
      { type: 'titlepage', href: 'title-page.xhtml', title: labels['titlePage'] },
      { type: 'toc', href: 'toc.xhtml', title: labels['contents'] },
      { type: 'bodymatter', href: start, title: plan.title },
      ...(indexed
        ? [{ type: 'backmatter', href: indexName, title: labels['indexOfStakeholders'] }]
        : []),
    ],
    pages: pages.map(({ label, document, id }) => ({
      label,
      href: `${document}#${id}`,
      order: playOrder(document, id),
      kind: kindOf(label),
      value: /^\d+$/u.test(label) ? label : '',
    })),
    depth: plan.goals.some((goal) => goal.sections.length > 0) ? 2 : 1,
    maxPage: Math.max(0, ...pages.map(({ label }) => Number.parseInt(label, 10) || 0)),
  };
}

/** Documents before the pages that are marked in them. */
function orderOf(
  order: readonly string[],
  pages: readonly MarkedPage[],
): (document: string, id?: string) => number {
  const ranks = new Map<string, number>();
  let next = 0;
  for (const document of order) {
    // The cover stands in no list of contents.
    if (document !== 'cover.xhtml') ranks.set(document, ranks.size + 1);
    for (let page = pages[next]; page?.document === document; page = pages[++next]) {
      ranks.set(page.id, ranks.size + 1);
    }
  }
  return (document, id) => ranks.get(id ?? document) ?? 0;
}

function kindOf(label: string): PageEntry['kind'] {
  if (/^\d+$/u.test(label)) return 'normal';
  return /^[ivxlcdm]+$/iu.test(label) ? 'front' : 'special';
}
