/** What surrounds the text on every page: its head, the contents beside it, breadcrumbs and the footer. */
import { toString as textOf } from 'mdast-util-to-string';
import type { EditionContext } from '../../model/edition.ts';
import type { ResolvedGoal, ResolvedPlan } from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { viewPlan } from '../view.ts';
import type { SiteAssets } from './assets.ts';
import { entry, numberedTitle, type PageNode, type Writer } from './entries.ts';
import { excerptOf } from './excerpt.ts';
import type { SitePage } from './site.ts';

/** Up to so many sections the contents name them all; beyond that only those of the goal one is in. */
const allInContents = 40;

/** As much of a recommendation as search results show. */
const descriptionLength = 300;

/** Everything that stays the same from page to page. */
export interface Site {
  readonly plan: ResolvedPlan;
  readonly context: EditionContext;
  readonly assets: SiteAssets;
}

/** The part of a page's view that `html/layout` reads. */
export function shell(
  { plan, context, assets }: Site,
  page: SitePage,
  steps: { readonly previous: SitePage | undefined; readonly next: SitePage | undefined },
  links: Writer,
) {
  const { node } = page;
  const previous = steps.previous ? entry(steps.previous.node, links) : null;
  const next = steps.next ? entry(steps.next.node, links) : null;
  const goal = goalOf(page);
  const sections = plan.goals.flatMap((one) => one.sections);
  const open = (one: ResolvedGoal) => one === goal || sections.length <= allInContents;
  return {
    labels: context.labels,
    previous,
    next,
    plan: {
      ...viewPlan(plan, links),
      credits: creditsOf(plan.contributors, context.labels),
      dateText: dateText(plan.date, plan.lang),
      startText: dateText(plan.start, plan.lang),
      endText: dateText(plan.end, plan.lang),
    },
    page: {
      type: node.type,
      title: node === plan ? plan.title : `${numberedTitle(node)} – ${plan.title}`,
      description: description(node),
      canonical: canonical(plan.url, node.page),
      styleSheet: links.file(assets.styleSheet),
      textFont: assets.textFont === undefined ? '' : links.file(assets.textFont),
      authors: plan.contributors.map(({ name }) => name),
      date: plan.date ?? '',
      draft: plan.draft,
      generator: `briefwright ${context.version}`,
      previous: previous?.href ?? '',
      next: next?.href ?? '',
    },
    contents: plan.goals.map((one) => ({
      ...entry(one, links, node),
      sections: open(one) ? one.sections.map((section) => entry(section, links, node)) : [],
    })),
    breadcrumbs: [plan, goal]
      .filter((one) => one && one !== node)
      .map((one) => one && entry(one, links)),
  };
}

function goalOf(page: SitePage): ResolvedGoal | undefined {
  if ('goal' in page) return page.goal;
  return page.node.type === 'goal' ? page.node : undefined;
}

/** One sentence or two for search results and previews of links. */
function description(node: PageNode): string {
  if (node.type === 'plan' && node.summary !== undefined) return node.summary;
  const text = textOf(node.type === 'section' ? excerptOf(node) : node.body);
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= descriptionLength
    ? line
    : `${line.slice(0, descriptionLength).replace(/\s+\S*$/u, '')} …`;
}

/** The address that the page will have for everybody; empty where the plan names none. */
function canonical(url: string | undefined, page: string): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const base = url.endsWith('/') ? url : `${url}/`;
  return new URL(page === 'index.html' ? '.' : page, base).href;
}
