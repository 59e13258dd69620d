/** The page that stands above several plans: `dist/index.html`. */
import type { Artifact, EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { dateText } from '../date-text.ts';
import { siteAssets } from './assets.ts';
import { relativeUrl } from './relative.ts';

/**
 * A page that lists the plans, in the order given, and the files it needs; paths are relative to `dist/`.
 * It speaks the first plan's language: the context's labels should be of that one.
 * Raises `TemplateError`.
 */
export function libraryPage(
  plans: readonly ResolvedPlan[],
  context: EditionContext,
): readonly Artifact[] {
  const assets = siteAssets(new Map(), 0, context);
  const { library = '' } = context.labels;
  const html = context.templates.render('html/library', {
    labels: context.labels,
    page: {
      lang: plans[0]?.lang ?? 'en',
      dir: plans[0]?.dir ?? 'ltr',
      title: library,
      description: '',
      canonical: '',
      styleSheet: assets.styleSheet,
      textFont: assets.textFont ?? '',
      authors: [],
      date: '',
      draft: false,
      generator: `briefwright ${context.version}`,
      previous: '',
      next: '',
    },
    plans: plans.map((plan) => ({
      lang: plan.lang,
      dir: plan.dir,
      draft: plan.draft,
      title: plan.title,
      subtitle: plan.subtitle ?? '',
      summary: plan.summary ?? '',
      organization: plan.organizations[0]?.name ?? '',
      date: plan.date ?? '',
      dateText: dateText(plan.date, plan.lang),
      href: relativeUrl('index.html', `${plan.slug}/${plan.page}`),
    })),
  });
  const page = {
    path: 'index.html',
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
  };
  return [page, ...assets.artifacts];
}
