/** What several rules ask about the stakeholders of a section. */
import type { DraftPart, DraftSection, Stakeholder } from '../model/draft.ts';
import type { Place } from '../model/place.ts';
import { placeOfFirstWords } from './places.ts';

/** The parts of a section that hold stakeholders and are filled. */
export function stakeholderParts(section: DraftSection): readonly DraftPart[] {
  return section.parts.filter(
    (part) => part.definition?.content === 'stakeholders' && part.state === 'filled',
  );
}

/** Where a stakeholder's name stands; the whole item where it is written with marks. */
export function namePlace(section: DraftSection, { name, place }: Stakeholder): Place {
  return placeOfFirstWords(section.source, place, name);
}

/** A name as it is compared: without case, accents, hyphens, an article, or a dot at an abbreviation. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´".,]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/[-–—_/\s]+/gu, ' ')
    .trim()
    .replace(/^(?:the|les?|la|der|die|das|los|las|el) /u, '')
    .replace(/(?<=\p{L}{3})s\b/gu, '');
}
