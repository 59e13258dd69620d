/** What the templates of the web edition see: one view a page. */
import { editionFile, type Format } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { viewGoal, viewSection } from '../view.ts';
import { description } from './description.ts';
import { entry, numberedTitle, type PageNode, type Writer } from './entries.ts';
import { listView } from './list-views.ts';
import { type ListKind, listNames, listPath } from './lists.ts';
import { overview } from './overview.ts';
import { printedPage } from './printed-page.ts';
import { type About, type Site, shell } from './shell.ts';
import { addressOf, type PageLinks, type SitePage, sitePages } from './site.ts';
import { webFlow } from './web-flow.ts';

/** A page before it is written: its path within the site, the template's name, and what that is given. */
export interface PageView {
  readonly path: string;
  readonly template: string;
  readonly view: object;
}

/** The views of all pages: the text in reading order, the lists, and the page for addresses that lead nowhere. */
export function pageViews(site: Site): readonly PageView[] {
  return [...textPages(site), ...site.lists.map((kind) => listPage(kind, site)), missingPage(site)];
}

function textPages(site: Site): readonly PageView[] {
  const pages = sitePages(site.plan);
  return pages.map((page, index) => {
    const { node } = page;
    const links = writerOf(site, node.page, node);
    const about: About = {
      type: node.type,
      path: node.page,
      title: numberedTitle(node),
      description: description(node),
      node,
      goal: goalOf(page),
      previous: pages[index - 1]?.node,
      next: pages[index + 1]?.node,
    };
    return {
      path: node.page,
      template: `html/${node.type}`,
      view: {
        ...shell(site, about, links),
        ...content(site, node, links),
        printedPage: printedPage(site.context.pageMap, node),
      },
    };
  });
}

function goalOf(page: SitePage) {
  if ('goal' in page) return page.goal;
  return page.node.type === 'goal' ? page.node : undefined;
}

function listPage(kind: ListKind, site: Site): PageView {
  const path = listPath(kind);
  const links = writerOf(site, path, undefined);
  const { [listNames[kind]]: title = '' } = site.context.labels;
  return {
    path,
    template: `html/${kind}`,
    view: {
      ...shell(site, pageWithoutNode(kind, path, title), links),
      title,
      ...listView(kind, site, links),
    },
  };
}

/** A server shows it for any address, so where the site's own is known, it links by whole paths. */
function missingPage(site: Site): PageView {
  const path = '404.html';
  const links = rooted(writerOf(site, path, undefined), site.plan);
  const { notFound: title = '' } = site.context.labels;
  return {
    path,
    template: 'html/not-found',
    view: { ...shell(site, pageWithoutNode('not-found', path, title), links), title },
  };
}

function pageWithoutNode(type: string, path: string, title: string): About {
  const nothing = { node: undefined, goal: undefined, previous: undefined, next: undefined };
  return { type, path, title, description: '', ...nothing };
}

function rooted(links: Writer, plan: ResolvedPlan): Writer {
  const home = addressOf(plan, 'index.html');
  if (home === undefined) return links;
  const { pathname } = new URL(home);
  const file = (path: string) => pathname + links.file(path);
  return { ...links, file, href: (anchor) => pathname + links.href(anchor) };
}

function writerOf({ context, assets, ...site }: Site, path: string, node?: PageNode): Writer {
  const links = site.links(path);
  const src = (assetPath: string) => links.file(assets.path(assetPath));
  const page = { links, src, notes: node?.notes ?? [], labels: context.labels };
  return { ...links, html: (flow) => webFlow(flow, page) };
}

function content(site: Site, node: PageNode, links: Writer): object {
  const { pageMap } = site.context;
  switch (node.type) {
    case 'plan':
      return {
        goals: node.goals.map((goal) => ({
          ...entry(goal, links),
          sections: overview(goal, pageMap, links),
        })),
        downloads: downloads(site, links),
      };
    case 'goal':
      return { goal: viewGoal(node, links), sections: overview(node, pageMap, links) };
    case 'section':
      return { section: viewSection(node, links) };
  }
}

/** Editions that are not named like the ending of their file. */
const names: Partial<Record<Format, string>> = { stratml: 'StratML', single: 'HTML' };

/** The other editions that this build makes of the plan. */
function downloads({ plan, context }: Site, links: PageLinks) {
  return context.formats
    .filter((format) => format !== 'html')
    .map((format) => ({
      format: names[format] ?? format.toUpperCase(),
      href: links.file(editionFile(plan.slug, format)),
    }));
}
