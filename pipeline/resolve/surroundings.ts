/** What the text of every node needs to know of the whole plan: where targets lead, pictures, running captions. */
import type { LinkTarget } from '../model/link.ts';
import type { Asset, Captioned } from '../model/resolved.ts';
import type { PlanSurroundings } from './node-text.ts';
import { keyOf, type Outline, targetAt } from './outline.ts';

/** The surroundings, and the captions that fill while text is turned. */
export function surroundingsOf(outline: Outline, assets: ReadonlyMap<string, Asset>) {
  const captions = { table: [] as Captioned[], figure: [] as Captioned[] };
  const around: PlanSurroundings = {
    assets,
    anchorOf: (target) => anchorOf(outline, target),
    headingAnchor: (owner, slug) => outline.anchors.get(keyOf('heading', owner, slug)),
    captions: (page) => ({
      next(kind, caption) {
        const number = captions[kind].length + 1;
        const anchor = `${kind}-${number}`;
        captions[kind].push({ anchor, page, number, caption });
        return { number, anchor };
      },
    }),
  };
  return { around, tables: captions.table, figures: captions.figure };
}

function anchorOf(outline: Outline, target: LinkTarget): string | undefined {
  if (target.kind === 'external' || target.kind === 'asset' || target.kind === 'broken') {
    return undefined;
  }
  const owner = targetAt(outline, target.address).anchor;
  if (target.kind === 'node') return owner;
  const name = target.kind === 'part' ? target.heading : target.slug;
  return outline.anchors.get(keyOf(target.kind, owner, name)) ?? owner;
}
