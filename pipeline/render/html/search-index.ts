/** What the search of a site can find: each part of a section, and the texts of goals and of the plan. */
import { toText } from 'hast-util-to-text';
import type { Flow, ResolvedPart, ResolvedPlan } from '../../model/resolved.ts';
import { quoted } from './excerpt.ts';
import { linksOf, type PageLinks } from './site.ts';

/** One place in the site. Addresses are relative to the site's folder. */
interface Entry {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly part: string;
  readonly text: string;
}

/** A script that hands the places to `site/search.ts`: from disk, browsers let a page load nothing else. */
export function searchIndex(plan: ResolvedPlan): string {
  const entries = entriesOf(plan, linksOf(plan).folder('.')).map((entry, id) => ({ id, ...entry }));
  return `briefwrightSearch(${JSON.stringify(entries)});\n`;
}

function entriesOf(plan: ResolvedPlan, links: PageLinks): readonly Entry[] {
  const start = [plan.subtitle ?? '', plan.summary ?? '', textOf(plan.body)].join(' ').trim();
  return [
    { href: plan.page, number: '', title: plan.title, part: '', text: start },
    ...plan.goals.flatMap((goal) => [
      head(goal, goal.body, links),
      ...goal.sections.flatMap((section) => [
        ...(section.intro.children.length > 0 ? [head(section, section.intro, links)] : []),
        ...section.parts
          .filter(({ state }) => state !== 'gap')
          .map((part) => ({
            ...head(section, part.flow, links),
            href: `${links.file(section.page)}#${part.anchor}`,
            part: part.heading,
            text: partText(part),
          })),
      ]),
    ]),
  ];
}

function head(
  node: { readonly anchor: string; readonly number: string | undefined; readonly title: string },
  flow: Flow,
  links: PageLinks,
): Entry {
  const { number = '', title, anchor } = node;
  return { href: links.href(anchor), number, title, part: '', text: textOf(flow) };
}

function partText({ flow, stakeholders, indicators, after }: ResolvedPart): string {
  const items = [...stakeholders, ...indicators].map(({ name, description }) =>
    [name, textOf(description)].filter(Boolean).join(': '),
  );
  return [textOf(flow), ...items, textOf(after)].join(' ').trim();
}

function textOf(flow: Flow): string {
  return toText(quoted(flow)).replace(/\s+/gu, ' ').trim();
}
