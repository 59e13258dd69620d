/** What messages call the author's own objects. */
import type { PartDefinition } from '../model/content-model.ts';
import { defaultContentModel } from '../model/content-model.ts';
import type { DraftGoal, DraftPlan, DraftSection } from '../model/draft.ts';
import type { Related } from '../model/finding.ts';
import type { Place } from '../model/place.ts';

export type DraftNode = DraftPlan | DraftGoal | DraftSection;

const words = { plan: 'Plan', goal: 'Goal', section: 'Section' } as const;

/** Such as `Section 2.3 "Enhance resilience"`, or `A section without a title`. */
export function nameOf(node: DraftNode): string {
  const sequence = node.type === 'plan' ? undefined : node.matter.value.sequence;
  const title = node.title?.value ?? node.matter.value.title;
  if (sequence === undefined && title === undefined) {
    return `A ${node.type} without a title`;
  }
  return [words[node.type], sequence, title && `"${title}"`].filter(Boolean).join(' ');
}

const ownWords = new Set(defaultContentModel.parts.map((part) => part.id));

/** Such as `indicators`, or `"Due" part` for a part that a project named itself. */
export function partWord(part: PartDefinition): string {
  return ownWords.has(part.id) ? part.id : `"${part.heading}" part`;
}

/** Where a plan, goal or section says its name: its title, else its start. */
export function titlePlace(node: DraftNode): Place {
  return node.title?.place ?? { ...node.place, end: node.place.start };
}

/** The related place "here the section starts". */
export function startsHere(node: DraftNode): Related {
  return { message: `The ${node.type} starts here.`, place: titlePlace(node) };
}

/** A list of quoted words: `"a", "b" or "c"`. */
export function quotedList(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
