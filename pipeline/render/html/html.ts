/** The web edition: a page for the plan, each goal and each section, and the files that they share. */
import type { Edition } from '../../model/edition.ts';
import { siteAssets } from './assets.ts';
import { pageViews } from './pages.ts';
import { sitePages } from './site.ts';

/** A site that works from a server and from disk, without script. Raises `TemplateError`. */
export const htmlEdition: Edition = {
  format: 'html',
  async render(plan, context) {
    const notes = Math.max(...sitePages(plan).map(({ node }) => node.notes.length));
    const assets = siteAssets(plan.assets, notes, context);
    const pages = pageViews({ plan, context, assets }).map(({ path, template, view }) => ({
      path,
      bytes: new TextEncoder().encode(context.templates.render(template, view)),
      mediaType: 'text/html',
    }));
    return { artifacts: [...pages, ...assets.artifacts], findings: [] };
  },
};
