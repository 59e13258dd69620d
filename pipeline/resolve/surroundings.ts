/** What the text of every node needs to know of the whole plan: where targets lead, and pictures. */
import type { LinkTarget } from '../model/link.ts';
import type { Asset } from '../model/resolved.ts';
import type { PlanSurroundings } from './node-text.ts';
import { keyOf, type Outline, targetAt } from './outline.ts';

export function surroundingsOf(
  outline: Outline,
  assets: ReadonlyMap<string, Asset>,
): PlanSurroundings {
  return {
    assets,
    anchorOf: (target) => anchorOf(outline, target),
    headingAnchor: (owner, slug) => outline.anchors.get(keyOf('heading', owner, slug)),
  };
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
