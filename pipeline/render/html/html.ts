/** The web edition: a page for the plan, each goal and each section, lists, and the files that they share. */
import type { Edition } from '../../model/edition.ts';
import { siteAssets } from './assets.ts';
import { followed } from './feed.ts';
import { pageViews } from './pages.ts';
import { searchIndex } from './search-index.ts';
import { siteOf } from './shell.ts';
import { sitePages } from './site.ts';

/** A site that works from a server and from disk, without script. Raises `TemplateError`. */
export const htmlEdition: Edition = {
  format: 'html',
  async render(plan, context) {
    const notes = Math.max(...sitePages(plan).map(({ node }) => node.notes.length));
    const text = JSON.stringify([plan, context.labels]);
    const content = {
      text,
      title: plan.title,
      files: plan.assets,
      notes,
      searchIndex: searchIndex(plan),
    };
    const assets = siteAssets(content, context);
    const views = pageViews(siteOf(plan, context, assets));
    const pages = views.map(({ path, template, view }) => ({
      path,
      bytes: new TextEncoder().encode(context.templates.render(template, view)),
      mediaType: 'text/html',
    }));
    const feeds = followed(plan, views, context);
    return { artifacts: [...pages, ...feeds, ...assets.artifacts], findings: [] };
  },
};
