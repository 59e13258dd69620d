/** What a page is made from, as hashes: a page whose hashes are those of the last build is as it was. */
import { hashOf } from '../../model/hash.ts';
import type { ResolvedGoal } from '../../model/resolved.ts';
import type { PageNode } from './entries.ts';
import type { ListKind } from './lists.ts';
import { printedPage } from './printed-page.ts';
import type { Site } from './shell.ts';

/** The hashes of one page. */
export interface PageKey {
  /** Of what the page is about: its text. */
  readonly own: string;
  /** Of what it shows of the text of other pages. */
  readonly below: string;
  /** Of where that stands in the print. */
  readonly printed: string;
}

/** The hashes of a site's pages. Templates and styles are not in them: what is known is known for one set of them. */
export interface PageKeys {
  /** Of what all pages show alike. */
  readonly shared: SharedKey;
  /** Of the page about a node. */
  node(node: PageNode): PageKey;
  list(kind: ListKind): PageKey;
  missing(): PageKey;
}

export interface SharedKey {
  /** Of the plan: titles, numbers, addresses, pictures, its own text. */
  readonly plan: string;
  /** Of the files that pages load. */
  readonly files: string;
  /** Of our own words, the version, and which lists there are. */
  readonly frame: string;
}

export function pageKeys(site: Site): PageKeys {
  const { plan, context, assets, extracts } = site;
  const { labels, version, live } = context;
  const { styleSheet, waitingFonts, script, searchIndex, firstFonts } = assets;
  const files = [...plan.assets.keys()].map((path) => assets.path(path));
  const printed = (node: PageNode) => printedPage(context.pageMap, node);
  const leads = (goal: ResolvedGoal) => goal.sections.map((section) => extracts(section).lead);
  const pages = (goal: ResolvedGoal) => goal.sections.map(printed);
  const sections = plan.goals.flatMap((goal) => goal.sections);
  const key = (own: unknown, below: unknown, print: unknown): PageKey => ({
    own: hashOf(own),
    below: hashOf(below),
    printed: hashOf(print),
  });
  return {
    shared: {
      // It holds what every page shows of the others.
      plan: plan.key,
      files: hashOf(styleSheet, waitingFonts, script, searchIndex, firstFonts, files),
      frame: hashOf(labels, version, live, site.lists),
    },
    node(node) {
      const here = printed(node);
      if (node.type === 'goal') return key(node.key, leads(node), [here, pages(node)]);
      if (node.type === 'section') return key(node.key, '', here);
      const below = [context.formats, node.goals.map(leads)];
      return key(node.key, below, [here, node.goals.map(pages)]);
    },
    list(kind) {
      const below =
        kind === 'recommendations'
          ? plan.goals.map(leads)
          : sections.map((section) => extracts(section)[kind]);
      return key(kind, below, sections.map(printed));
    },
    missing: () => key('missing', '', ''),
  };
}
