/** The pages of a plan's site, in the order they are read, and the addresses between them. */
import path from 'node:path';
import type { ResolvedGoal, ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';
import { relativeUrl } from './relative.ts';

/** One page: the plan's own, a goal's, or a section's with the goal it belongs to. */
export type SitePage =
  | { readonly node: ResolvedPlan }
  | { readonly node: ResolvedGoal }
  | { readonly node: ResolvedSection; readonly goal: ResolvedGoal };

/** Every page once: the plan, then each goal followed by its sections. */
export function sitePages(plan: ResolvedPlan): readonly SitePage[] {
  return [
    { node: plan },
    ...plan.goals.flatMap((goal): SitePage[] => [
      { node: goal },
      ...goal.sections.map((section) => ({ node: section, goal })),
    ]),
  ];
}

/** Addresses as a page writes them: of an anchor anywhere in the plan, of a file of the site. */
export interface PageLinks {
  href(anchor: string): string;
  file(path: string): string;
}

/** The links of a site. */
export interface SiteLinks {
  /** Those of the page at a path. The anchor of a page's own node leads to the top of that page. */
  page(from: string): PageLinks;
  /** Those of any page in a folder, to pages other than itself. */
  folder(folder: string): PageLinks;
}

/** The links of a plan's site. An address that several pages of a folder need is worked out once. */
export function linksOf(plan: ResolvedPlan): SiteLinks {
  const tops = new Set(sitePages(plan).map(({ node }) => node.anchor));
  const pageOf = (anchor: string) => (anchor === plan.anchor ? plan.page : plan.pages.get(anchor));
  const folders = new Map<string, PageLinks>();
  const folder = (name: string): PageLinks => {
    const known = folders.get(name);
    if (known !== undefined) return known;
    const file = remembered((to) => relativeUrl(`${name}/-`, to));
    const href = (anchor: string) => {
      const page = pageOf(anchor);
      if (page === undefined) return `#${anchor}`;
      return tops.has(anchor) ? file(page) : `${file(page)}#${anchor}`;
    };
    folders.set(name, { file, href });
    return { file, href };
  };
  return {
    folder,
    page(from) {
      const { file, href } = folder(path.posix.dirname(from));
      return { file, href: (anchor) => (pageOf(anchor) === from ? `#${anchor}` : href(anchor)) };
    },
  };
}

function remembered(make: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** The address that a file of the site will have for everybody; undefined where the plan names none. */
export function addressOf({ url }: ResolvedPlan, path: string): string | undefined {
  if (url === undefined || !/^https?:/iu.test(url) || !URL.canParse(url)) return undefined;
  const base = url.endsWith('/') ? url : `${url}/`;
  const whole = path.split('/').map(encodeURIComponent).join('/');
  return new URL(path === 'index.html' ? '.' : whole, base).href;
}
