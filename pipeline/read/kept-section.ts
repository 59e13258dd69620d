/**
 * A section in a file of its own, of which what it says to the rest of the plan was kept: its name and number, its
 * parts and who and what is named in them, where it can be linked and where its links lead. Its text is read again
 * when somebody asks for it.
 */
import type { PhrasingContent } from 'mdast';
import type { PartDefinition } from '../model/content-model.ts';
import type {
  DraftPart,
  DraftSection,
  Fault,
  Indicator,
  PartState,
  SectionFacts,
  SourceText,
  Stakeholder,
} from '../model/draft.ts';
import type { NodeMatter } from '../model/matter.ts';
import type { Place } from '../model/place.ts';
import { headingSlugs, type LinksOfText } from './link-text.ts';
import { type PackedPlace, packPlace, unpackPlace } from './packed-place.ts';

type Placed<T> = readonly [value: T, place: PackedPlace];

/** As JSON has it. Everything in it stands in one file. */
export interface KeptSection {
  /** What reading it stumbled over. */
  readonly faults: readonly Fault[];
  readonly matter: NodeMatter;
  readonly places: readonly Placed<string>[];
  readonly title: Placed<string> | null;
  readonly titleContent: readonly PhrasingContent[];
  readonly place: PackedPlace;
  /** The slugs of the headings before the first part. */
  readonly headings: readonly string[];
  readonly parts: readonly KeptPart[];
  readonly links: LinksOfText;
}

interface KeptPart {
  readonly heading: Placed<string>;
  readonly depth: number;
  readonly state: PartState;
  readonly place: PackedPlace;
  readonly headings: readonly string[];
  readonly stakeholders: readonly Placed<Omit<Stakeholder, 'place' | 'description' | 'blocks'>>[];
  readonly indicators: readonly Placed<Omit<Indicator, 'place' | 'description' | 'blocks'>>[];
}

/** What is to be kept of a section whose headings have their slugs. */
export function keepSection(
  section: DraftSection,
  faults: readonly Fault[],
  links: LinksOfText,
): KeptSection {
  const { matter, title, titleContent, place, intro, parts } = section;
  return {
    faults,
    matter: matter.value,
    places: [...matter.places].map(([key, one]) => [key, packPlace(one)]),
    title: title === undefined ? null : [title.value, packPlace(title.place)],
    titleContent,
    place: packPlace(place),
    headings: headingSlugs(intro),
    parts: parts.map(keepPart),
    links,
  };
}

function keepPart(part: DraftPart): KeptPart {
  const { heading, depth, state, place, content } = part;
  return {
    heading: [heading.value, packPlace(heading.place)],
    ...{ depth, state, place: packPlace(place), headings: headingSlugs(content) },
    stakeholders: part.stakeholders.map(withoutText),
    indicators: part.indicators.map(withoutText),
  };
}

function withoutText<T extends Stakeholder | Indicator>({
  place,
  description: _description,
  blocks: _blocks,
  ...facts
}: T): Placed<Omit<T, 'place' | 'description' | 'blocks'>> {
  return [facts, packPlace(place)];
}

/** What the section is asked for later. */
export interface Later {
  /** The whole of it, where somebody wants its blocks. */
  readonly text: () => DraftSection;
  readonly facts: () => SectionFacts | undefined;
  /** The part that the model knows by a heading. */
  readonly named: (heading: string) => PartDefinition | undefined;
}

/** The section again. */
export function keptSection(
  kept: KeptSection,
  source: SourceText,
  { text, facts, named }: Later,
): DraftSection {
  const at = (place: PackedPlace): Place => unpackPlace(source.path, place);
  return {
    type: 'section',
    matter: {
      value: kept.matter,
      places: new Map(kept.places.map(([key, place]) => [key, at(place)])),
    },
    title: kept.title === null ? undefined : { value: kept.title[0], place: at(kept.title[1]) },
    titleContent: kept.titleContent,
    source,
    place: at(kept.place),
    headings: kept.headings,
    parts: kept.parts.map((part, index) =>
      keptPart(part, { named, at, text: () => text().parts[index] }),
    ),
    get facts() {
      return facts();
    },
    get definitions() {
      return text().definitions;
    },
    get intro() {
      return text().intro;
    },
  };
}

interface PartAgain {
  readonly named: Later['named'];
  readonly at: (place: PackedPlace) => Place;
  readonly text: () => DraftPart | undefined;
}

function keptPart(kept: KeptPart, { named, at, text }: PartAgain): DraftPart {
  const [heading, place] = kept.heading;
  return {
    type: 'part',
    definition: named(heading),
    heading: { value: heading, place: at(place) },
    depth: kept.depth,
    state: kept.state,
    place: at(kept.place),
    headings: kept.headings,
    stakeholders: kept.stakeholders.map(([facts, where], index) =>
      withText(facts, at(where), () => text()?.stakeholders[index]),
    ),
    indicators: kept.indicators.map(([facts, where], index) =>
      withText(facts, at(where), () => text()?.indicators[index]),
    ),
    get waiver() {
      return kept.state === 'waived' ? text()?.waiver : undefined;
    },
    get content() {
      return text()?.content ?? [];
    },
    get before() {
      return text()?.before ?? [];
    },
    get after() {
      return text()?.after ?? [];
    },
  };
}

function withText<T extends object>(
  facts: T,
  place: Place,
  text: () => Pick<Stakeholder | Indicator, 'description' | 'blocks'> | undefined,
) {
  return {
    ...facts,
    place,
    get description() {
      return text()?.description ?? [];
    },
    get blocks() {
      return text()?.blocks ?? [];
    },
  };
}
