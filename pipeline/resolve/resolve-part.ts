/** One part of a section: what it says in figures and names at once, its flows when they are asked for. */
import type { Part } from '../model/plan.ts';
import type { Flow, ResolvedPart } from '../model/resolved.ts';
import { partAnchor } from './outline.ts';
import type { TurnedPart } from './turn.ts';

const nothing: Flow = { type: 'root', children: [] };

/** `owner` is the section's anchor. */
export function resolvePart(
  part: Part,
  owner: string,
  turned: () => TurnedPart | undefined,
): ResolvedPart {
  const { id, lead, content } = part.definition;
  const anchor = partAnchor(owner, id);
  const lists = part.state === 'filled' ? part.part : { stakeholders: [], indicators: [] };
  return {
    ...{ id, heading: part.heading, anchor, lead, content, state: part.state },
    gap: part.state === 'gap' ? part.gap : undefined,
    get flow() {
      return turned()?.flow ?? nothing;
    },
    stakeholders: lists.stakeholders.map((one, index) => ({
      name: one.name,
      kind: one.kind,
      roles: one.roles,
      get description() {
        return turned()?.stakeholders[index] ?? nothing;
      },
      anchor: `${anchor}-${index + 1}`,
    })),
    indicators: lists.indicators.map((one, index) => ({
      name: one.name,
      id: one.id,
      sequence: one.sequence,
      stage: one.stage,
      type: one.type,
      unit: one.unit,
      baseline: one.baseline,
      target: one.target,
      actual: one.actual,
      status: one.status,
      results: one.results,
      relations: one.relations,
      get description() {
        return turned()?.indicators[index] ?? nothing;
      },
      anchor: `${anchor}-${index + 1}`,
    })),
    get after() {
      return turned()?.after ?? nothing;
    },
  };
}
