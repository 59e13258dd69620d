/** What several rules ask about the parts of a section. */
import type { ContentModel, PartDefinition } from '../model/content-model.ts';
import { normalizeHeading } from '../model/content-model.ts';
import type { DraftPart, DraftSection } from '../model/draft.ts';
import { nearest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { after, lineBreak } from './places.ts';

/** The section's first part of that definition. */
export function partOf(section: DraftSection, definition: PartDefinition): DraftPart | undefined {
  return section.parts.find((part) => part.definition?.id === definition.id);
}

/** The definitions of the model that the section has no part for. */
export function absentParts(section: DraftSection, model: ContentModel): readonly PartDefinition[] {
  return model.parts.filter((definition) => partOf(section, definition) === undefined);
}

/** The definition that an unknown heading most likely misspells, and the word it should be. */
export function meantPart(
  part: DraftPart,
  model: ContentModel,
): { readonly definition: PartDefinition; readonly heading: string } | undefined {
  if (part.definition !== undefined) return undefined;
  const names = model.parts.flatMap((definition) =>
    [definition.heading, ...definition.aliases].map((heading) => ({ definition, heading })),
  );
  const word = nearest(
    normalizeHeading(part.heading.value),
    names.map(({ heading }) => normalizeHeading(heading)),
  );
  return names.find(({ heading }) => normalizeHeading(heading) === word);
}

/** The spot where a missing part belongs: after the last part that precedes it in the model, else under the title. */
export function placeForPart(
  section: DraftSection,
  definition: PartDefinition,
  model: ContentModel,
): Place {
  const order = model.parts.findIndex((one) => one.id === definition.id);
  const before = new Set(model.parts.slice(0, order).map((one) => one.id));
  const previous = section.parts.findLast((part) => before.has(part.definition?.id ?? ''));
  if (previous !== undefined) return after(previous.place);
  const first = section.parts[0];
  if (first !== undefined) return { ...first.place, end: first.place.start };
  return after(section.title?.place ?? section.place);
}

/** The `#` signs that a part's heading has in this section. `planPath` tells the two layouts apart. */
export function partMarks(section: DraftSection): string {
  const depth = section.parts.find((part) => part.definition !== undefined)?.depth ?? 2;
  return '#'.repeat(depth);
}

/** What a stub says: a placeholder, so that the section still fails until somebody writes the part. */
export const stubText = '[To be determined]';

/** A heading with a stub beneath it, to be put in at `placeForPart`. */
export function stubFor(section: DraftSection, definition: PartDefinition, place: Place): string {
  const line = lineBreak(section.source);
  const stub = `${partMarks(section)} ${definition.heading}${line}${line}${stubText}`;
  const atLineStart = place.start.column === 1;
  return atLineStart ? `${stub}${line}${line}` : `${line}${line}${stub}`;
}
