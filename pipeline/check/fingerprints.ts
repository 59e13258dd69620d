/** A sign by which a finding is known again after the file was edited. */

import type { DraftPlan } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { sha256Of } from '../model/hash.ts';
import type { Place } from '../model/place.ts';
import { type DraftNode, nameOf } from './names.ts';
import { nodesOf } from './written-file.ts';

/**
 * The findings, each with a fingerprint: 32 hexadecimal digits of a hash of the rule, the plan, the id of the plan, goal
 * or section it stands in, and the message without that section's name. Equal ones are counted.
 */
export function withFingerprints(
  findings: readonly Finding[],
  draft: DraftPlan,
): readonly Finding[] {
  const owners = ownersOf(draft);
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const owner = owners(finding.place);
    const name = owner === undefined ? '' : nameOf(owner);
    const words = name === '' ? finding.message : finding.message.replaceAll(name, '');
    const key = [finding.rule, draft.slug, idOf(owner) ?? finding.place.path, words].join('\n');
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const hash = sha256Of(`${key}\n${count}`);
    return { ...finding, fingerprint: hash.slice(0, 32) };
  });
}

/** What an author would not change in passing: the id, else the number, else the title. */
function idOf(owner: DraftNode | undefined): string | undefined {
  if (owner === undefined) return undefined;
  const { value } = owner.matter;
  return value.id ?? ('sequence' in value ? value.sequence : undefined) ?? owner.title?.value;
}

/** Finds the plan, goal or section that a place stands in. */
function ownersOf(draft: DraftPlan): (place: Place) => DraftNode | undefined {
  const byPath = new Map<string, DraftNode[]>();
  for (const node of nodesOf(draft)) {
    byPath.set(node.source.path, [...(byPath.get(node.source.path) ?? []), node]);
  }
  return ({ path, start }) => {
    const nodes = byPath.get(path) ?? [];
    return nodes.findLast((node) => node.place.start.offset <= start.offset) ?? nodes[0];
  };
}
