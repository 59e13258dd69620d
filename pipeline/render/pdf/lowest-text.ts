/**
 * How low text stands on each page, so that it is seen where it stands over notes: Chromium mostly sets it above the
 * floats that notes stand in, but now and then, after a table, it leaves them out of account.
 */
import { visit } from 'unist-util-visit';
import type { Places } from '../../model/edition.ts';
import type { ResolvedPlan } from '../../model/resolved.ts';
import type { PageArea } from './area.ts';
import { isNoteEnd, type Shown } from './footnotes.ts';

/** The ids of all notes, and of all that stands in them. */
export function idsInNotes(plan: ResolvedPlan): ReadonlySet<string> {
  const nodes = [plan, ...plan.goals, ...plan.goals.flatMap(({ sections }) => sections)];
  const ids = new Set<string>();
  for (const { anchor, flow } of nodes.flatMap(({ notes }) => notes)) {
    ids.add(anchor);
    visit(flow, 'element', ({ properties: { id } }) => {
      if (typeof id === 'string') ids.add(id);
    });
  }
  return ids;
}

/** Of every page, as far as anchors tell. `inNotes` is `idsInNotes`. */
export function lowestTexts(
  places: Places,
  area: PageArea,
  inNotes: ReadonlySet<string>,
): Shown['lowestText'] {
  const lowest = new Map<number, number>();
  for (const anchor of places.pages.keys()) {
    if (isNoteEnd(anchor) || inNotes.has(anchor.replace(/-l\d+$/u, ''))) continue;
    const spot = area.spotOf(places, anchor);
    if (spot && !places.turned.has(spot.page)) {
      lowest.set(spot.page, Math.max(lowest.get(spot.page) ?? 0, spot.offset));
    }
  }
  return (page) => lowest.get(page) ?? 0;
}
