/** What readers and search engines follow a site by: the feed of changes (Atom, RFC 4287) and the sitemap. */
import type { Artifact, EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { numberedTitle } from './entries.ts';
import type { Extracts } from './extract.ts';
import type { PageView } from './pages.ts';
import { addressOf, sitePages } from './site.ts';

export const feedPath = 'feed.xml';

/** Without a date and an address of its own nothing can be followed; a draft is not to be. */
export function hasFeed(plan: ResolvedPlan): boolean {
  return plan.date !== undefined && isPublic(plan);
}

/** Feed and sitemap, as far as the plan has them. Raises `TemplateError`. */
export function followed(
  plan: ResolvedPlan,
  pages: readonly PageView[],
  extracts: Extracts,
  { templates, labels, version }: EditionContext,
): readonly Artifact[] {
  const made: Artifact[] = [];
  if (isPublic(plan)) {
    const text = templates.render('html/sitemap.xml', {
      date: plan.date ?? '',
      addresses: pages
        .filter(({ path }) => path !== '404.html')
        .map(({ path }) => addressOf(plan, path)),
    });
    made.push(artifact('sitemap.xml', 'application/xml', text));
  }
  if (hasFeed(plan)) {
    const view = {
      ...feedView(plan, extracts),
      labels,
      generator: { name: 'briefwright', version },
    };
    const text = templates.render('html/feed.xml', view);
    made.push(artifact(feedPath, 'application/atom+xml', text));
  }
  return made;
}

function isPublic(plan: ResolvedPlan): boolean {
  return !plan.draft && addressOf(plan, plan.page) !== undefined;
}

function feedView(plan: ResolvedPlan, extracts: Extracts) {
  const authors = plan.contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  const organizations = plan.organizations.map(({ name }) => name);
  return {
    lang: plan.lang,
    id: plan.urn,
    title: plan.title,
    subtitle: plan.subtitle ?? '',
    rights: plan.rights ?? '',
    // Every feed names an author (4.1.1).
    authors: [authors, organizations, [plan.title]].find((names) => names.length > 0),
    updated: `${plan.date}T00:00:00Z`,
    home: addressOf(plan, plan.page),
    self: addressOf(plan, feedPath),
    entries: sitePages(plan).map(({ node }) => ({
      id: `urn:uuid:${extracts(node).id}`,
      title: numberedTitle(node),
      summary: extracts(node).description,
      href: addressOf(plan, node.page),
    })),
  };
}

function artifact(path: string, mediaType: string, text: string): Artifact {
  return { path, mediaType, bytes: new TextEncoder().encode(withoutControls(text)) };
}

/** Without what XML 1.0 cannot hold (2.2, Char). */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}
