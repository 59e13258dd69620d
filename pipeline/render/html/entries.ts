/** Pages as other pages name them: in contents, breadcrumbs, and the steps forth and back. */

import type { ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import type { ViewLinks } from '../view.ts';
import type { PageLinks } from './site.ts';

/** The node that a page is about. */
export type PageNode = ResolvedPlan | ResolvedGoal | ResolvedSection;

/** The links of one page, together with how it writes a flow. */
export type Writer = PageLinks & Pick<ViewLinks, 'lang' | 'html'>;

/** `number` (or ''), `title`, `titleHtml`, `href`, and whether it is the page one is on. */
export function entry(node: PageNode, links: Writer, here?: PageNode) {
  return {
    type: node.type,
    number: numberOf(node),
    title: node.title,
    titleHtml: links.html(node.titleFlow),
    href: links.href(node.anchor),
    current: node === here,
  };
}

/** "3.13 Russia": a title with its number in front, where there is one. */
export function numberedTitle(node: PageNode): string {
  return [numberOf(node), node.title].filter(Boolean).join(' ');
}

function numberOf(node: PageNode): string {
  return node.type === 'plan' ? '' : (node.number ?? '');
}
