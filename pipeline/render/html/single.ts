/** A whole plan as one page that holds all it needs: to mail, to keep, to open anywhere. */
import { createHash } from 'node:crypto';
import { type Edition, type EditionContext, editionFile } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { creditsOf } from '../credits.ts';
import { dateText } from '../date-text.ts';
import { viewGoal, viewPlan, viewSection } from '../view.ts';
import { entry, type Writer } from './entries.ts';
import { fontsFor, hasFormulas } from './site-fonts.ts';
import { webFlow } from './web-flow.ts';

/** `<slug>.html`: style, fonts and images within it, no script. Raises `TemplateError`. */
export const singleEdition: Edition = {
  format: 'single',
  async render(plan, context) {
    const html = context.templates.render('html/single', viewOf(plan, context));
    const bytes = new TextEncoder().encode(html);
    const path = editionFile(plan.slug, 'single');
    return { artifacts: [{ path, bytes, mediaType: 'text/html' }], findings: [] };
  },
};

function viewOf(plan: ResolvedPlan, context: EditionContext) {
  const { labels, version } = context;
  const links = linksWithin(plan, context);
  const style = styleOf(plan, context);
  return {
    labels,
    generator: `briefwright ${version}`,
    style,
    // The one style that the page's own policy lets in (CSP 3, 2.3.1).
    styleHash: createHash('sha256').update(style).digest('base64'),
    page: { type: 'single' },
    lists: [],
    plan: {
      ...viewPlan(plan, links),
      credits: creditsOf(plan.contributors, labels),
      dateText: dateText(plan.date, plan.lang),
      startText: dateText(plan.start, plan.lang),
      endText: dateText(plan.end, plan.lang),
    },
    contents: plan.goals.map((goal) => ({
      ...entry(goal, links),
      sections: goal.sections.map((section) => entry(section, links)),
    })),
    goals: plan.goals.map((goal) => ({
      ...viewGoal(goal, links),
      sections: goal.sections.map((section) => viewSection(section, links)),
    })),
  };
}

/** Every link leads to a place on the page, and every image is in it. */
function linksWithin({ assets, lang }: ResolvedPlan, { labels }: EditionContext): Writer {
  const links = { href: (anchor: string) => `#${anchor}`, file: () => '' };
  const src = (path: string): string => {
    const asset = assets.get(path);
    return asset === undefined ? '' : dataUrl(asset.mediaType, asset.bytes);
  };
  return { ...links, lang, html: (flow) => webFlow(flow, { links, src, notes: [], labels }) };
}

/** The site's sheets, but the one that sets notes beside the text: on one page their numbers come again. */
function styleOf(plan: ResolvedPlan, { templates, styles, siteFonts, labels }: EditionContext) {
  const text = JSON.stringify([plan, labels]);
  const fonts = fontsFor({ text, formulas: hasFormulas(text) }, siteFonts).map((font) => ({
    ...font,
    url: dataUrl('font/woff2', font.bytes),
  }));
  const faces = templates.render('html/font-faces', { fonts, display: 'block' });
  const sheets = [...styles.keys()]
    .filter((name) => name.startsWith('html/') && name !== 'html/side-notes.css')
    .sort();
  const sheet = [faces, ...['tokens.css', ...sheets].map((name) => styles.get(name) ?? '')].join(
    '\n',
  );
  // Nothing in a style sheet may end the element that holds it.
  return sheet.replaceAll('</', '<\\/');
}

function dataUrl(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}
