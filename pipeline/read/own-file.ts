/** A section in a file of its own: what is kept of it stands for its text, until that is asked for. */
import type { ContentModel, PartDefinition } from '../model/content-model.ts';
import type { DraftSection, Fault, SectionFacts } from '../model/draft.ts';
import { hashOf } from '../model/hash.ts';
import type { Known } from '../model/known.ts';
import { type KeptSection, keepSection, keptSection } from './kept-section.ts';
import { readSection, runOf } from './layout.ts';
import {
  type Aim,
  addressesOf,
  anchorsOf,
  type LinksOfText,
  pointAll,
  slugger,
} from './link-text.ts';
import type { ParsedFile } from './parse-file.ts';

export interface OwnFile {
  readonly section: DraftSection;
  readonly faults: readonly Fault[];
  readonly links: LinksOfText;
  /** Tells where the section's addresses lead, before anybody asks for its text. */
  aim(aim: Aim): void;
}

/** What such files are read with. */
export interface OwnFileReading {
  readonly model: ContentModel;
  readonly known: Known;
  /** A hash of the model. */
  readonly modelKey: string;
  /** As `partNamed`, which looks at all names anew each time. */
  readonly named: (heading: string) => PartDefinition | undefined;
}

/** The level of the headings of parts. */
const partDepth = 2;

/** Reads it, or takes what is known of it. `key` stands for the file's path and content. */
export function ownFile(
  file: ParsedFile,
  key: string,
  { model, known, modelKey, named }: OwnFileReading,
): OwnFile {
  let fresh: DraftSection | undefined;
  const kept = known.once(`section ${modelKey} ${key}`, (): KeptSection => {
    const faults: Fault[] = [];
    fresh = readWhole(file, model, (fault) => faults.push(fault));
    const anchors = anchorsOf(fresh, slugger());
    return keepSection(fresh, faults, { anchors, addresses: addressesOf(fresh) });
  });
  let aim: Aim | undefined;
  let facts: SectionFacts | undefined;
  const text = firstTime(() => {
    const whole = fresh ?? readWhole(file, model, () => {});
    if (fresh === undefined) anchorsOf(whole, slugger());
    if (aim !== undefined) pointAll(whole, aim);
    return whole;
  });
  return {
    section: keptSection(kept, file.source, { text, facts: () => facts, named }),
    faults: kept.faults,
    links: kept.links,
    aim(now) {
      aim = now;
      facts = factsOf(kept, key, now);
    },
  };
}

function readWhole(
  file: ParsedFile,
  model: ContentModel,
  note: (fault: Fault) => void,
): DraftSection {
  return readSection(runOf(file, note), partDepth, { model, note });
}

function factsOf({ links: { addresses } }: KeptSection, key: string, aim: Aim): SectionFacts {
  const targets = addresses.map(({ url, type }) => aim(url, type));
  const assets = targets.flatMap((target, index) => {
    const { shown, type } = addresses[index] ?? {};
    return target.kind === 'asset' && shown && type !== 'link' ? [target.path] : [];
  });
  return { key: hashOf(key, targets), assets };
}

function firstTime<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
