/** The pages of a plan's site, in the order they are read, and the addresses between them. */
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

/** Addresses as a page at `from` writes them: of an anchor anywhere in the plan, of a file of the site. */
export interface PageLinks {
  href(anchor: string): string;
  file(path: string): string;
}

/** Links of any page of a plan. The anchor of a page's own node leads to the top of that page. */
export function linksOf(plan: ResolvedPlan): (from: string) => PageLinks {
  const tops = new Set(sitePages(plan).map(({ node }) => node.anchor));
  return (from) => ({
    file: (path) => relativeUrl(from, path),
    href: (anchor) => {
      const page = anchor === plan.anchor ? plan.page : (plan.pages.get(anchor) ?? from);
      const address = page === from ? '' : relativeUrl(from, page);
      return tops.has(anchor) && address !== '' ? address : `${address}#${anchor}`;
    },
  });
}

/** The address that a file of the site will have for everybody; undefined where the plan names none. */
export function addressOf({ url }: ResolvedPlan, path: string): string | undefined {
  if (url === undefined || !/^https?:/iu.test(url) || !URL.canParse(url)) return undefined;
  const base = url.endsWith('/') ? url : `${url}/`;
  const whole = path.split('/').map(encodeURIComponent).join('/');
  return new URL(path === 'index.html' ? '.' : whole, base).href;
}
