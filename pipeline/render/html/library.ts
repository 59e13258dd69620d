/** The page that stands above several plans: `dist/index.html`. */
import type { Artifact, EditionContext } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { dateText } from '../date-text.ts';
import { siteAssets } from './assets.ts';
import { relativeUrl } from './relative.ts';

/** A plan as the page shows it. What it does not have is empty. */
export interface LibraryEntry {
  readonly slug: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly draft: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly organization: string;
  /** ISO 8601 day. */
  readonly date: string;
  /** The page that opens the plan, within its folder. */
  readonly page: string;
}

/** A plan's entry. */
export function libraryEntry(plan: ResolvedPlan): LibraryEntry {
  const { slug, lang, dir, draft, title, page } = plan;
  return {
    ...{ slug, lang, dir, draft, title, page },
    subtitle: plan.subtitle ?? '',
    summary: plan.summary ?? '',
    organization: plan.organizations[0]?.name ?? '',
    date: plan.date ?? '',
  };
}

/**
 * A page that lists the plans, in the order given, and the files it needs; paths are relative to `dist/`.
 * It speaks the first plan's language: the context's labels should be of that one.
 * Raises `TemplateError`.
 */
export function libraryPage(
  plans: readonly LibraryEntry[],
  context: EditionContext,
): readonly Artifact[] {
  const { library = '' } = context.labels;
  const text = JSON.stringify([plans, context.labels]);
  const assets = siteAssets(
    {
      text,
      formulas: false,
      title: library,
      files: new Map(),
      notes: 0,
      searchIndex: undefined,
    },
    context,
  );
  const html = context.templates.render('html/library', {
    labels: context.labels,
    page: {
      lang: plans[0]?.lang ?? 'en',
      dir: plans[0]?.dir ?? 'ltr',
      type: 'library',
      title: library,
      siteName: library,
      description: '',
      canonical: '',
      styleSheet: assets.styleSheet,
      firstFonts: assets.firstFonts,
      live: '',
      waitingFonts: assets.waitingFonts,
      script: assets.script,
      authors: [],
      date: '',
      draft: false,
      generator: `briefwright ${context.version}`,
      previous: '',
      next: '',
      feed: '',
      linkedData: '',
    },
    plans: plans.map((plan) => ({
      ...plan,
      dateText: dateText(plan.date === '' ? undefined : plan.date, plan.lang),
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
