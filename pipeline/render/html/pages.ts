/** What the templates of the web edition see: one view a page. */
import { editionFile } from '../../model/edition.ts';
import type { ResolvedGoal } from '../../model/resolved.ts';
import { viewGoal, viewSection } from '../view.ts';
import { entry, type PageNode, type Writer } from './entries.ts';
import { excerptOf } from './excerpt.ts';
import { type Site, shell } from './shell.ts';
import { linksOf, type PageLinks, sitePages } from './site.ts';
import { webFlow } from './web-flow.ts';

/** A page before it is written: its path within the site, the template's name, and what that is given. */
export interface PageView {
  readonly path: string;
  readonly template: string;
  readonly view: object;
}

/** The views of all pages, in reading order. */
export function pageViews(site: Site): readonly PageView[] {
  const pages = sitePages(site.plan);
  const linksFrom = linksOf(site.plan);
  return pages.map((page, index) => {
    const links = writerOf(site, page.node, linksFrom(page.node.page));
    const steps = { previous: pages[index - 1], next: pages[index + 1] };
    return {
      path: page.node.page,
      template: `html/${page.node.type}`,
      view: {
        ...shell(site, page, steps, links),
        ...content(site, page.node, links),
        printedPage: printedPage(site, page.node),
      },
    };
  });
}

function writerOf({ context, assets }: Site, { notes }: PageNode, links: PageLinks): Writer {
  const src = (assetPath: string) => links.file(assets.path(assetPath));
  const page = { links, src, notes, labels: context.labels };
  return { ...links, html: (flow) => webFlow(flow, page) };
}

function content(site: Site, node: PageNode, links: Writer): object {
  switch (node.type) {
    case 'plan':
      return {
        goals: node.goals.map((goal) => ({
          ...entry(goal, links),
          sections: overview(goal, links),
        })),
        downloads: downloads(site, links),
      };
    case 'goal':
      return { goal: viewGoal(node, links), sections: overview(node, links) };
    case 'section':
      return { section: viewSection(node, links) };
  }
}

/** A goal's sections with their recommendations, so that who reads only these has read the plan. */
function overview(goal: ResolvedGoal, links: Writer) {
  return goal.sections.map((section) => {
    const lead = section.parts.find((part) => part.lead);
    return {
      ...entry(section, links),
      lang: section.lang ?? '',
      state: lead?.state ?? 'filled',
      gap: lead?.gap ?? '',
      excerptHtml: links.html(excerptOf(section)),
    };
  });
}

/** The other editions that this build makes of the plan. */
function downloads({ plan, context }: Site, links: PageLinks) {
  return context.formats
    .filter((format) => format !== 'html')
    .map((format) => ({
      format: format === 'stratml' ? 'StratML' : format.toUpperCase(),
      href: links.file(editionFile(plan.slug, format)),
    }));
}

/** The label of the printed page on which the node starts; empty where the print is not known. */
function printedPage({ context: { pageMap } }: Site, node: PageNode): string {
  const index = pageMap?.anchors.get(node.anchor);
  return index === undefined ? '' : (pageMap?.pages[index]?.label ?? '');
}
