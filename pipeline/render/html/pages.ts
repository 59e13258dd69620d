/** What the templates of the web edition see: one view a page. */
import path from 'node:path';
import { editionFile, type Format } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { viewGoal, viewSection } from '../view.ts';
import { entry, numberedTitle, type PageNode, type Writer } from './entries.ts';
import { type Folder, folderOf } from './folder.ts';
import { listView } from './list-views.ts';
import { type ListKind, listNames, listPath } from './lists.ts';
import { overview } from './overview.ts';
import type { PageKey, PageKeys } from './page-keys.ts';
import { printedPage } from './printed-page.ts';
import { type About, type Site, shell } from './shell.ts';
import { addressOf, type PageLinks, type SitePage, sitePages } from './site.ts';
import { webFlow } from './web-flow.ts';

/** A page before it is written: its path within the site, the template's name, and what that is given. */
export interface PageView {
  readonly path: string;
  readonly template: string;
  /** Hashes of all that goes into the view, beside what all pages share. */
  readonly key: PageKey;
  readonly node: PageNode | undefined;
  view(): object;
}

/** The views of all pages: the text in reading order, the lists, and the page for addresses that lead nowhere. */
export function pageViews(site: Site, keys: PageKeys): readonly PageView[] {
  const folders = foldersOf(site);
  return [
    ...textPages(site, folders, keys),
    ...site.lists.map((kind) => listPage(kind, site, folders, keys)),
    missingPage(site, keys),
  ];
}

/** What a page shares with the others beside it, by its path. */
type Folders = (page: string) => Folder;

function foldersOf(site: Site): Folders {
  const known = new Map<string, Folder>();
  return (page) => {
    const name = path.posix.dirname(page);
    const folder =
      known.get(name) ?? folderOf(site.plan, writer(site, site.links.folder(name)), site);
    known.set(name, folder);
    return folder;
  };
}

function textPages(site: Site, folders: Folders, keys: PageKeys): readonly PageView[] {
  const pages = sitePages(site.plan);
  return pages.map((page, index): PageView => {
    const { node } = page;
    const beside = { previous: pages[index - 1]?.node, next: pages[index + 1]?.node };
    return {
      path: node.page,
      template: `html/${node.type}`,
      key: keys.node(node),
      node,
      view: () => textView(site, folders, page, beside),
    };
  });
}

function textView(
  site: Site,
  folders: Folders,
  page: SitePage,
  beside: Pick<About, 'previous' | 'next'>,
): object {
  const { node } = page;
  const links = writer(site, site.links.page(node.page), node);
  const about: About = {
    type: node.type,
    path: node.page,
    title: numberedTitle(node),
    description: site.extracts(node).description,
    node,
    goal: goalOf(page),
    ...beside,
  };
  return {
    ...shell(site, about, links, folders(node.page)),
    ...content(site, node, links),
    printedPage: printedPage(site.context.pageMap, node),
  };
}

/** One page of the text by itself; undefined where the site has none about that node. Raises `TemplateError`. */
export function textPage(site: Site, wanted: PageNode): Uint8Array | undefined {
  const pages = sitePages(site.plan);
  const index = pages.findIndex(({ node }) => node === wanted);
  const page = pages[index];
  if (page === undefined) return undefined;
  const beside = { previous: pages[index - 1]?.node, next: pages[index + 1]?.node };
  const view = textView(site, foldersOf(site), page, beside);
  return new TextEncoder().encode(site.context.templates.render(`html/${wanted.type}`, view));
}

function goalOf(page: SitePage) {
  if ('goal' in page) return page.goal;
  return page.node.type === 'goal' ? page.node : undefined;
}

function listPage(kind: ListKind, site: Site, folders: Folders, keys: PageKeys): PageView {
  const page = listPath(kind);
  return {
    path: page,
    template: `html/${kind}`,
    key: keys.list(kind),
    node: undefined,
    view() {
      const links = writer(site, site.links.page(page));
      const { [listNames[kind]]: title = '' } = site.context.labels;
      return {
        ...shell(site, pageWithoutNode(kind, page, title), links, folders(page)),
        title,
        ...listView(kind, site, links),
      };
    },
  };
}

/** A server shows it for any address, so where the site's own is known, it links by whole paths. */
function missingPage(site: Site, keys: PageKeys): PageView {
  const page = '404.html';
  return {
    path: page,
    template: 'html/not-found',
    key: keys.missing(),
    node: undefined,
    view() {
      const links = rooted(writer(site, site.links.page(page)), site.plan);
      const folder = folderOf(site.plan, links, site);
      const { notFound: title = '' } = site.context.labels;
      return { ...shell(site, pageWithoutNode('not-found', page, title), links, folder), title };
    },
  };
}

function pageWithoutNode(type: string, page: string, title: string): About {
  const nothing = { node: undefined, goal: undefined, previous: undefined, next: undefined };
  return { type, path: page, title, description: '', ...nothing };
}

function rooted(links: Writer, plan: ResolvedPlan): Writer {
  const home = addressOf(plan, 'index.html');
  if (home === undefined) return links;
  const { pathname } = new URL(home);
  const file = (to: string) => pathname + links.file(to);
  return { ...links, file, href: (anchor) => pathname + links.href(anchor) };
}

/** Links together with how they are written into flows. */
function writer({ plan, context, assets }: Site, links: PageLinks, node?: PageNode): Writer {
  const src = (assetPath: string) => links.file(assets.path(assetPath));
  const page = { links, src, notes: node?.notes ?? [], labels: context.labels };
  return { ...links, lang: plan.lang, html: (flow) => webFlow(flow, page) };
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
