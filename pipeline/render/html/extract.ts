/** What other pages and files take from the text of a page: kept, so that the text need not be turned for them. */
import { v5 } from 'uuid';
import { hashOf } from '../../model/hash.ts';
import type { Known } from '../../model/known.ts';
import type { ResolvedPart, ResolvedPlan } from '../../model/resolved.ts';
import { description } from './description.ts';
import type { PageNode } from './entries.ts';
import { excerptOf } from './excerpt.ts';
import { type Place, placesIn } from './search-places.ts';
import { linksOf, type PageLinks } from './site.ts';
import { hasFormulas } from './site-fonts.ts';

export interface Extract {
  /** What the search finds there. */
  readonly places: readonly Place[];
  /** For search results, previews of links and feeds. */
  readonly description: string;
  /** Every character once, but those of ASCII, which every page needs. */
  readonly characters: string;
  readonly formulas: boolean;
  readonly notes: number;
  /** A UUID of what the page says, so that a feed shows it again when, and only when, that has changed. */
  readonly id: string;
  /** Hashes of what lists show: the recommendation, the stakeholders, the indicators. */
  readonly lead: string;
  readonly stakeholders: string;
  readonly indicators: string;
}

/** The extracts of a plan's pages. */
export type Extracts = (node: PageNode) => Extract;

export function extractsOf(plan: ResolvedPlan, known: Known): Extracts {
  const made = new Map<PageNode, Extract>();
  const links = linksOf(plan).folder('.');
  return (node) => {
    const before = made.get(node);
    if (before !== undefined) return before;
    const extract = known.once(`extract ${plan.urn} ${node.key}`, () =>
      extractOf(plan, node, links),
    );
    made.set(node, extract);
    return extract;
  };
}

function extractOf({ urn }: ResolvedPlan, node: PageNode, links: PageLinks): Extract {
  const { anchor, title, titleFlow, notes } = node;
  const text = node.type === 'section' ? [node.intro, node.parts] : node.body;
  const says = JSON.stringify([anchor, title, text, notes]);
  const shows = says + JSON.stringify([titleFlow, headOf(node)]);
  const parts = node.type === 'section' ? node.parts : [];
  const lead = node.type === 'section' ? excerptOf(node) : '';
  return {
    places: placesIn(node, links),
    description: description(node),
    characters: charactersIn(shows),
    formulas: hasFormulas(shows),
    notes: notes.length,
    // Of a hash, since uuid goes through a text byte by byte.
    // Feed readers know a page by this id: half of the hash, as it has been.
    id: v5(hashOf(says).slice(0, 32), urn.replace('urn:uuid:', '')),
    lead: hashOf(lead, parts.filter((part) => part.lead).map(stateOf)),
    stakeholders: hashOf(parts.map((part) => part.stakeholders.map(withoutText))),
    indicators: hashOf(
      parts.map((part) => [
        part.indicators.map(withoutText),
        part.content === 'indicators' ? stateOf(part) : '',
      ]),
    ),
  };
}

/** What a node says of itself beside its text: of a plan all that the front matter tells. */
function headOf(node: PageNode): unknown {
  if (node.type !== 'plan') return node.number;
  const { origin: _, goals: __, stakeholders: ___, assets: ____, ...rest } = node;
  return rest;
}

function stateOf({ state, gap, flow, heading }: ResolvedPart) {
  return [heading, state, gap, state === 'waived' ? flow : ''];
}

function withoutText({ description: _, ...rest }: { readonly description: unknown }) {
  return rest;
}

function charactersIn(text: string): string {
  return [...new Set(text.match(/[^\0-\x7f]/gu))].join('');
}
