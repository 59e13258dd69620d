/** Where findings are shown: the page, and the part on it that they belong to. */
import type { DraftPlan, DraftSection } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { ResolvedPlan, ResolvedSection } from '../../model/resolved.ts';

/** A finding with the page that shows it, relative to the plan's folder, and an id on that page. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly page: string;
  readonly anchor: string;
}

/** What stands nowhere in the text, such as the front matter, belongs to the node of its file, or else to the plan. */
export function placeFindings(
  draft: DraftPlan,
  plan: ResolvedPlan,
  findings: readonly Finding[],
): readonly PlacedFinding[] {
  const spots = spotsOf(draft, plan);
  return findings.map((finding) => {
    const around = spots.filter(({ place }) => holds(place, finding.place));
    const { page, anchor } = around.at(-1) ?? plan;
    return { finding, page, anchor };
  });
}

interface Spot {
  readonly place: Place;
  readonly page: string;
  readonly anchor: string;
}

/** Every node and part with where it was written, the widest first. */
function spotsOf(draft: DraftPlan, plan: ResolvedPlan): readonly Spot[] {
  return [
    { ...plan, place: draft.place },
    ...draft.goals.flatMap((goal, index) => {
      const resolved = plan.goals[index];
      if (resolved === undefined) return [];
      return [
        { ...resolved, place: goal.place },
        ...goal.sections.flatMap((section, at) => {
          const one = resolved.sections[at];
          return one === undefined ? [] : sectionSpots(section, one);
        }),
      ];
    }),
  ];
}

function sectionSpots(section: DraftSection, resolved: ResolvedSection): readonly Spot[] {
  const { page } = resolved;
  return [
    { place: section.place, page, anchor: resolved.anchor },
    ...section.parts.flatMap(({ heading, place }) => {
      const part = resolved.parts.find((one) => one.heading === heading.value);
      return part === undefined ? [] : [{ place, page, anchor: part.anchor }];
    }),
  ];
}

function holds(place: Place, inner: Place): boolean {
  return (
    place.path === inner.path &&
    place.start.offset <= inner.start.offset &&
    inner.start.offset <= place.end.offset
  );
}
