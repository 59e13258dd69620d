/** What several rules ask about the indicators of a section. */

import type { PartDefinition } from '../model/content-model.ts';
import type { DraftSection, Indicator, Measure } from '../model/draft.ts';
import type { Place } from '../model/place.ts';
import { nameOf } from './names.ts';
import { placeOfFirstWords } from './places.ts';

export interface WrittenIndicator {
  readonly indicator: Indicator;
  readonly part: PartDefinition | undefined;
}

/** The indicators of a section, in its order. */
export function indicatorsOf(section: DraftSection): readonly WrittenIndicator[] {
  return section.parts.flatMap((part) =>
    part.indicators.map((indicator) => ({ indicator, part: part.definition })),
  );
}

/** Such as `The indicator "People reached" of Section 1.1 "Heat alarm"`. */
export function indicatorName(section: DraftSection, { name }: Indicator): string {
  return `The indicator ${name === '' ? 'without a name' : `"${name}"`} of ${nameOf(section)}`;
}

/** Where the indicator's name stands; the whole item or row where it is written with marks. */
export function indicatorPlace(section: DraftSection, { name, place }: Indicator): Place {
  return placeOfFirstWords(section.source, place, name);
}

/** Where a value stands in its item or row; where the same words stand twice, the ones after `after`. */
export function measurePlace(
  section: DraftSection,
  { place }: Indicator,
  words: string,
  after = '',
): Place {
  const text = section.source.text.slice(place.start.offset, place.end.offset);
  const skip = after === '' ? 0 : Math.max(0, text.toLowerCase().indexOf(after.toLowerCase()));
  const from = {
    ...place,
    start: { ...place.start, offset: place.start.offset + skip },
  };
  const found = placeOfFirstWords(section.source, from, words);
  return found === from ? place : found;
}

/** Whether anything of it can be measured: a value, or a table of results. */
export function isMeasured(indicator: Indicator): boolean {
  const { target, baseline, actual, results } = indicator;
  return results.length > 0 || [target, baseline, actual].some((one) => one !== undefined);
}

/** Its targets, with their dates, wherever they are written. */
export function targetsOf({ target, results }: Indicator): readonly Measure[] {
  return [
    ...(target === undefined ? [] : [target]),
    ...results
      .filter((one) => one.kind === 'target')
      .map(({ value, measure, to, from }) => {
        const date = to ?? from;
        return { text: value?.text ?? measure ?? '', ...(date === undefined ? {} : { date }) };
      }),
  ];
}
