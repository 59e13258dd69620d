/** A goal's sections with their recommendations, so that who reads only these has read the plan. */
import type { PageMap } from '../../model/edition.ts';
import type { ResolvedGoal } from '../../model/resolved.ts';
import { entry, type Writer } from './entries.ts';
import { excerptOf } from './excerpt.ts';
import { printedPage } from './printed-page.ts';

/** What `html/overview` shows of each section. */
export function overview(goal: ResolvedGoal, pageMap: PageMap | undefined, links: Writer) {
  return goal.sections.map((section) => {
    const lead = section.parts.find((part) => part.lead);
    return {
      ...entry(section, links),
      lang: section.lang ?? '',
      state: lead?.state ?? 'filled',
      gap: lead?.gap ?? '',
      excerptHtml: links.html(excerptOf(section)),
      printedPage: printedPage(pageMap, section),
    };
  });
}
