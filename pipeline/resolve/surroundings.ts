/** What the text of every node needs to know of the whole plan: where targets lead, and pictures. */
import type { LinkTarget } from '../model/link.ts';
import type { Plan } from '../model/plan.ts';
import type { Asset } from '../model/resolved.ts';
import type { PlanSurroundings } from './node-text.ts';
import { keyOf, type Outline, targetAt } from './outline.ts';

export function surroundingsOf(
  plan: Plan,
  outline: Outline,
  assets: ReadonlyMap<string, Asset>,
): PlanSurroundings {
  const titles = titlesOf(plan);
  return {
    assets,
    anchorOf: (target) => anchorOf(outline, target),
    titleOf: (target) => titleOf(titles, target),
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

/** Titles at the places of goals and sections. */
interface Titles {
  readonly title: string;
  readonly goals: readonly { readonly title: string; readonly sections: readonly string[] }[];
}

/** A copy: who kept the plan for its titles would keep its Markdown, which is let go when it is turned. */
function titlesOf({ title, goals }: Plan): Titles {
  return {
    title,
    goals: goals.map((goal) => ({
      title: goal.title,
      sections: goal.sections.map((section) => section.title),
    })),
  };
}

/** A plan's, goal's or section's title, or the heading of a part. */
function titleOf(titles: Titles, target: LinkTarget): string | undefined {
  if (target.kind === 'part') return target.heading;
  if (target.kind !== 'node') return undefined;
  const { goal, section } = target.address;
  if (goal === undefined) return titles.title;
  const { title, sections } = titles.goals[goal] ?? { title: undefined, sections: [] };
  return section === undefined ? title : sections[section];
}
