/** What the search of a site can find on a page: each part of a section, the text of a goal or of the plan. */
import { toText } from 'hast-util-to-text';
import type { Flow, ResolvedGoal, ResolvedPart, ResolvedSection } from '../../model/resolved.ts';
import type { PageNode } from './entries.ts';
import { quoted } from './excerpt.ts';
import type { PageLinks } from './site.ts';

/** One place in the site. Addresses are relative to the site's folder. */
export interface Place {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly part: string;
  readonly text: string;
}

/** A script that hands the places to `site/search.ts`: from disk, browsers let a page load nothing else. */
export function searchIndex(places: readonly Place[]): string {
  return `briefwrightSearch(${JSON.stringify(places.map((place, id) => ({ id, ...place })))});\n`;
}

/** `links` are those of the site's own folder. */
export function placesIn(node: PageNode, links: PageLinks): readonly Place[] {
  switch (node.type) {
    case 'plan': {
      const { page, title, subtitle = '', summary = '', body } = node;
      const text = [subtitle, summary, textOf(body)].join(' ').trim();
      return [{ href: page, number: '', title, part: '', text }];
    }
    case 'goal':
      return [place(node, textOf(node.body), links)];
    case 'section':
      return [
        ...(node.intro.children.length > 0 ? [place(node, textOf(node.intro), links)] : []),
        ...node.parts
          .filter(({ state }) => state !== 'gap')
          .map((part) => ({
            ...place(node, partText(part), links),
            href: `${links.file(node.page)}#${part.anchor}`,
            part: part.heading,
          })),
      ];
  }
}

function place(node: ResolvedGoal | ResolvedSection, text: string, links: PageLinks): Place {
  const { number = '', title, anchor } = node;
  return { href: links.href(anchor), number, title, part: '', text };
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
