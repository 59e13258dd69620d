/** What a page is made from, as one hash: a page whose hash is that of the last build is as it was. */
import { hashOf } from '../../model/hash.ts';
import type { ResolvedGoal } from '../../model/resolved.ts';
import type { PageNode } from './entries.ts';
import type { ListKind } from './lists.ts';
import { printedPage } from './printed-page.ts';
import type { Site } from './shell.ts';

/** The hashes of a site's pages. Templates and styles are not in them: what is known is known for one set of them. */
export interface PageKeys {
  /** Of the page about a node. */
  node(node: PageNode): string;
  list(kind: ListKind): string;
  missing(): string;
}

export function pageKeys(site: Site): PageKeys {
  const { plan, context, assets, extracts } = site;
  // The plan's key holds what every page shows of the others: titles, numbers, addresses, pictures.
  const { labels, version, live } = context;
  const { styleSheet, waitingFonts, script, searchIndex, firstFonts } = assets;
  const files = [...plan.assets.keys()].map((path) => assets.path(path));
  const shared = hashOf(
    [plan.key, labels, version, live, site.lists],
    [styleSheet, waitingFonts, script, searchIndex, firstFonts, files],
  );
  const printed = (node: PageNode) => printedPage(context.pageMap, node);
  const overview = (goal: ResolvedGoal) =>
    goal.sections.map((section) => [extracts(section).lead, printed(section)]);
  const sections = plan.goals.flatMap((goal) => goal.sections);
  const below = (node: PageNode) => {
    if (node.type === 'goal') return overview(node);
    return node.type === 'plan' ? [context.formats, node.goals.map(overview)] : [];
  };
  const listed = (kind: ListKind) => {
    if (kind === 'recommendations') return plan.goals.map(overview);
    return sections.map((section) => [extracts(section)[kind], printed(section)]);
  };
  return {
    node: (node) => hashOf(shared, node.key, printed(node), below(node)),
    list: (kind) => hashOf(shared, kind, listed(kind)),
    missing: () => hashOf(shared, 'missing'),
  };
}
