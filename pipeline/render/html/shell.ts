/** What surrounds the text on every page: its head, the contents beside it, breadcrumbs and the footer. */
import type { EditionContext } from '../../model/edition.ts';
import type { ResolvedGoal, ResolvedPlan } from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { viewPlan } from '../view.ts';
import type { SiteAssets } from './assets.ts';
import { entry, type PageNode, type Writer } from './entries.ts';
import type { Extracts } from './extract.ts';
import { feedPath, hasFeed } from './feed.ts';
import { contentsOn, type Folder } from './folder.ts';
import { linkedData } from './linked-data.ts';
import { type ListKind, listNames, listPath, lists } from './lists.ts';
import { addressOf, linksOf, type SiteLinks } from './site.ts';

/** Up to so many sections the contents name them all; beyond that only those of the goal one is in. */
const allInContents = 40;

/** Everything that stays the same from page to page. */
export interface Site {
  readonly plan: ResolvedPlan;
  readonly context: EditionContext;
  readonly assets: SiteAssets;
  readonly extracts: Extracts;
  readonly links: SiteLinks;
  readonly lists: readonly ListKind[];
  /** Whether the contents name every section on every page. */
  readonly wholeContents: boolean;
  /** What the plan says in words of its own language. */
  readonly words: object;
}

/** The site of a plan. What it holds is worked out once: a page that looked at every section would cost too much. */
export function siteOf(
  plan: ResolvedPlan,
  context: EditionContext,
  { assets, extracts }: Pick<Site, 'assets' | 'extracts'>,
): Site {
  const sections = plan.goals.reduce((sum, goal) => sum + goal.sections.length, 0);
  return {
    ...{ plan, context, assets, extracts },
    links: linksOf(plan),
    lists: lists(plan),
    wholeContents: sections <= allInContents,
    words: {
      credits: creditsOf(plan.contributors, context.labels),
      dateText: dateText(plan.date, plan.lang),
      startText: dateText(plan.start, plan.lang),
      endText: dateText(plan.end, plan.lang),
    },
  };
}

/** A page as what surrounds it must know it. */
export interface About {
  /** `section`, `stakeholders` … */
  readonly type: string;
  readonly path: string;
  /** Its own title, with its number. */
  readonly title: string;
  readonly description: string;
  /** What it is about, and the goal that this belongs to, where it is about one thing. */
  readonly node: PageNode | undefined;
  readonly goal: ResolvedGoal | undefined;
  readonly previous: PageNode | undefined;
  readonly next: PageNode | undefined;
}

/** The part of a page's view that `html/layout` reads. */
export function shell(site: Site, about: About, links: Writer, folder: Folder) {
  const { plan, context, assets } = site;
  const { node, goal } = about;
  const previous = about.previous ? entry(about.previous, links) : null;
  const next = about.next ? entry(about.next, links) : null;
  const title = node === plan ? plan.title : `${about.title} – ${plan.title}`;
  return {
    labels: context.labels,
    previous,
    next,
    // The plan's own page writes the links to itself in its own way.
    plan: node === plan ? { ...viewPlan(plan, links), ...site.words } : folder.plan,
    page: {
      type: about.type,
      title,
      siteName: plan.title,
      description: about.description,
      canonical: addressOf(plan, about.path) ?? '',
      styleSheet: links.file(assets.styleSheet),
      live: context.live ?? '',
      waitingFonts: links.file(assets.waitingFonts),
      script: links.file(assets.script),
      searchIndex: links.file(assets.searchIndex),
      firstFonts: assets.firstFonts.map((font) => links.file(font)),
      authors: plan.contributors.map(({ name }) => name),
      date: plan.date ?? '',
      draft: plan.draft,
      generator: `briefwright ${context.version}`,
      previous: previous?.href ?? '',
      next: next?.href ?? '',
      feed: hasFeed(plan) ? links.file(feedPath) : '',
      linkedData: linkedData(plan, about),
    },
    contents: contentsOn(folder, plan.goals, about, links),
    lists: site.lists.map((kind) => ({
      title: context.labels[listNames[kind]] ?? '',
      href: links.file(listPath(kind)),
      current: about.type === kind,
    })),
    breadcrumbs: [plan, goal]
      .filter((one) => one && one !== node)
      .map((one) => one && entry(one, links)),
  };
}
