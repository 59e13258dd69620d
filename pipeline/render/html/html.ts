/** The web edition: a page for the plan, each goal and each section, lists, and the files that they share. */

import type { Artifact, Edition, EditionContext, StandingFile } from '../../model/edition.ts';
import { hashOf, sha256Of } from '../../model/hash.ts';
import { nothingKnown } from '../../model/known.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { siteAssets } from './assets.ts';
import { extractsOf } from './extract.ts';
import { followed } from './feed.ts';
import { pageKeys } from './page-keys.ts';
import { pageReasons } from './page-reasons.ts';
import { type PageView, pageViews } from './pages.ts';
import { searchIndex } from './search-places.ts';
import { type Site, siteOf } from './shell.ts';
import { sitePages } from './site.ts';

/** A site that works from a server and from disk, without script. Raises `TemplateError`. */
export const htmlEdition: Edition = {
  format: 'html',
  async render(plan, context) {
    const site = wholeSite(plan, context);
    const { assets, extracts } = site;
    const keys = pageKeys(site);
    const shared = hashOf(keys.shared);
    const views = pageViews(site, keys);
    const pages = views.map((view) => madeOnce(view, shared, context));
    const made = new Set(pages.flatMap((one) => ('bytes' in one ? [one.path] : [])));
    const reasons = pageReasons(keys.shared, views, made, context.known ?? nothingKnown);
    for (const reason of reasons) context.explain?.(reason);
    const feeds = followed(plan, views, extracts, context);
    return {
      artifacts: [...pages.filter((one) => 'bytes' in one), ...feeds, ...assets.artifacts],
      standing: pages.filter((one): one is StandingFile => !('bytes' in one)),
      findings: [],
    };
  },
};

/** The site before its pages are written. Raises `TemplateError`. */
export function wholeSite(plan: ResolvedPlan, context: EditionContext): Site {
  const extracts = extractsOf(plan, context.known ?? nothingKnown);
  const all = sitePages(plan).map(({ node }) => extracts(node));
  const content = {
    text: `${JSON.stringify(context.labels)}${all.map((one) => one.characters).join('')}`,
    formulas: all.some((one) => one.formulas),
    title: plan.title,
    files: plan.assets,
    notes: Math.max(...all.map((one) => one.notes)),
    searchIndex: searchIndex(all.flatMap((one) => one.places)),
  };
  return siteOf(plan, context, { assets: siteAssets(content, context), extracts });
}

/** A page, which is not made where the one that stands was made from the same. */
function madeOnce(
  { path, key, template, view }: PageView,
  shared: string,
  context: EditionContext,
): Artifact | StandingFile {
  const { templates, known = nothingKnown, standing } = context;
  const mediaType = 'text/html';
  const make = () => new TextEncoder().encode(templates.render(template, view()));
  let bytes: Uint8Array | undefined;
  const sha256 = known.once(`page ${path} ${hashOf(shared, key)}`, () => {
    bytes = make();
    return sha256Of(bytes);
  });
  const before = standing?.get(path);
  if (before?.sha256 === sha256) return { path, mediaType, ...before };
  return { path, mediaType, sha256, bytes: bytes ?? make() };
}
