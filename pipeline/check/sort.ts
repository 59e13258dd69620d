/** The order in which findings are told. */
import type { DraftPlan } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

/** By file in document order (files without text last, by name), then by place, rule and message. */
export function inDocumentOrder(
  findings: readonly Finding[],
  draft: DraftPlan,
): readonly Finding[] {
  const ranks = new Map(draft.sources.map((source, index) => [source.path, index]));
  const rank = (finding: Finding): number => ranks.get(finding.place.path) ?? ranks.size;
  return findings.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      byText(one.place.path, other.place.path) ||
      one.place.start.offset - other.place.start.offset ||
      one.place.end.offset - other.place.end.offset ||
      byText(one.rule, other.rule) ||
      byText(one.message, other.message),
  );
}

/** By code units, so that the order is the same on every machine. */
function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
