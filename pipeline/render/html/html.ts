/** The web edition: a page for the plan, each goal and each section, and the files that they share. */
import type { Edition } from '../../model/edition.ts';
import { siteAssets } from './assets.ts';
import { pageViews } from './pages.ts';

/** A site that works from a server and from disk, without script. Raises `TemplateError`. */
export const htmlEdition: Edition = {
  format: 'html',
  async render(plan, context) {
    const assets = siteAssets(plan.assets, context);
    const pages = pageViews({ plan, context, assets }).map(({ path, template, view }) => ({
      path,
      bytes: new TextEncoder().encode(context.templates.render(template, view)),
      mediaType: 'text/html',
    }));
    return { artifacts: [...pages, ...assets.artifacts], findings: [] };
  },
};
