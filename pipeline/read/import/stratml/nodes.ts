/** Goals and objectives as goals and sections. */
import type { ImportedGoal, ImportedNode, ImportedPart, ImportedSection } from '../imported.ts';
import { indicatorsIn } from './indicators.ts';
import { childBlocks, childLine, quiet, type Reading, tellEmptyPart, textPart } from './reading.ts';
import { stakeholdersIn } from './stakeholders.ts';
import type { XmlElement } from './xml-element.ts';

/** A goal with its sections; objectives inside objectives follow theirs. `measured`: indicators are to be expected. */
export function readGoal(element: XmlElement, reading: Reading, measured: boolean): ImportedGoal {
  const head = headOf(element, reading, 'goal');
  const own = head.written === undefined ? reading : quiet(reading);
  const { named } = stakeholdersIn(element, own);
  const background = childBlocks(element, 'OtherInformation', own);
  const parts: ImportedPart[] = [
    ...(background.length === 0
      ? []
      : [{ heading: 'Background', blocks: background, stakeholders: [] }]),
    ...(named.length === 0 ? [] : [{ heading: 'Stakeholders', blocks: [], stakeholders: named }]),
  ];
  return {
    type: 'goal',
    ...head,
    intro: childBlocks(element, 'Description', own),
    parts,
    sections: element.all('Objective').flatMap((one) => readSections(one, reading, measured)),
  };
}

function readSections(element: XmlElement, reading: Reading, measured: boolean): ImportedSection[] {
  const head = headOf(element, reading, 'section');
  const own = head.written === undefined ? reading : quiet(reading);
  const parts = partsOf(element, own, measured);
  const section: ImportedSection = { type: 'section', ...head, intro: [], parts };
  const inner = element.all('Objective');
  for (const one of inner) {
    reading.tell(
      'repaired',
      'An objective stands inside another one; it is written as a section after it.',
      one.at,
    );
  }
  return [section, ...inner.flatMap((one) => readSections(one, reading, measured))];
}

function headOf(
  element: XmlElement,
  reading: Reading,
  what: 'goal' | 'section',
): Pick<ImportedNode, 'id' | 'sequence' | 'title' | 'mentioned' | 'written' | 'place'> {
  const title = childLine(element, 'Name', reading);
  const sequence = childLine(element, 'SequenceIndicator', reading);
  if (title === '') reading.tell('missing', `A ${what} has no name. Write one.`, element.at);
  const id = reading.identifierOf(element);
  return {
    id,
    written: reading.keptOf(element, id),
    sequence: sequence === '' ? undefined : sequence,
    title: title === '' ? undefined : title,
    mentioned: false,
    place: reading.placeOf(element.at),
  };
}

/** The parts of a section: what is there and empty is written as empty, what is not there is not written. */
function partsOf(element: XmlElement, reading: Reading, measured: boolean): ImportedPart[] {
  const { tell } = reading;
  const stakeholders = stakeholdersIn(element, reading);
  const indicators = indicatorsIn(element, reading);
  if (stakeholders.elements.length > 0 && stakeholders.named.length === 0) {
    tellEmptyPart('Stakeholder', 'Stakeholders', element.at, tell);
  }
  if (indicators.elements.length > 0 && indicators.list === undefined) {
    tellEmptyPart('PerformanceIndicator', 'Indicators', element.at, tell);
  }
  const parts: ImportedPart[] = [
    ...textPart('Recommendation', element, 'Description', reading),
    ...textPart('Background', element, 'OtherInformation', reading),
    ...(stakeholders.elements.length === 0
      ? []
      : [{ heading: 'Stakeholders', blocks: [], stakeholders: stakeholders.named }]),
    ...(indicators.elements.length === 0
      ? []
      : [
          {
            heading: 'Indicators',
            blocks: indicators.list === undefined ? [] : [indicators.list],
            stakeholders: [],
          },
        ]),
  ];
  const has = (heading: string) => parts.some((one) => one.heading === heading);
  const wanted = ['Recommendation', 'Background', 'Stakeholders'];
  for (const heading of measured ? [...wanted, 'Indicators'] : wanted) {
    if (has(heading)) continue;
    tell(
      'missing',
      `The objective has nothing for the part ${heading}; the section is written without it.`,
      element.at,
    );
  }
  return parts;
}
