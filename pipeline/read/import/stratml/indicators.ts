/** PerformanceIndicator elements as a list of indicators, with a table of results beneath each. */
import type { List, ListItem, RootContent } from 'mdast';
import { indicatorTypes, valueChainStages } from '../../../model/stratml.ts';
import { attributesText } from '../../attributes.ts';
import { nameContent } from '../markdown.ts';
import { paragraph } from '../text.ts';
import { paragraphsOf } from './leaf-text.ts';
import { childLine, childText, type Reading } from './reading.ts';
import { relationList } from './relations.ts';
import { resultsIn, resultTable } from './results.ts';
import type { XmlElement } from './xml-element.ts';

/** The indicators that an element has, and whether it has elements for them at all. */
export interface NamedIndicators {
  readonly elements: readonly XmlElement[];
  readonly list: List | undefined;
}

export function indicatorsIn(element: XmlElement, reading: Reading): NamedIndicators {
  const elements = element.all('PerformanceIndicator');
  const children = elements.flatMap((one) => {
    const item = indicatorItem(one, reading);
    if (item === undefined) {
      reading.tell('empty', 'A <PerformanceIndicator> measures nothing; it is left out.', one.at);
    }
    return item ?? [];
  });
  const list: List = { type: 'list', ordered: false, spread: false, children };
  return { elements, list: children.length === 0 ? undefined : list };
}

/** Undefined where there is neither a name, a unit, a result, a relation nor a text: an id alone measures nothing. */
function indicatorItem(element: XmlElement, reading: Reading): ListItem | undefined {
  const name =
    childLine(element, 'MeasurementDimension', reading) || childLine(element, 'Name', reading);
  const unit = childLine(element, 'UnitOfMeasurement', reading);
  const attributes = attributesText({
    unit,
    sequence: childLine(element, 'SequenceIndicator', reading),
    id: reading.identifierOf(element),
    ...attributesOf(element, reading),
  });
  const relations = relationList(element, reading);
  const results = resultTable(resultsIn(element, reading));
  const other = element.first('OtherInformation');
  const blocks: RootContent[] = [
    ...(results === undefined ? [] : [results]),
    ...(relations === undefined ? [] : [relations]),
    ...paragraphsOf(
      [childText(element, 'Description', reading), childText(element, 'OtherInformation', reading)]
        .filter((text) => text !== '')
        .join('\n\n'),
      other?.at ?? element.at,
      reading.tell,
    ).map((text) => paragraph(text)),
  ];
  if (name === '' && unit === '' && blocks.length === 0) return undefined;
  const bold = name === '' || /:(?:\s|$)|[}]$/u.test(name);
  const line = nameContent(name, bold, attributes);
  return {
    type: 'listItem',
    spread: blocks.length > 0,
    children: [{ type: 'paragraph', children: line }, ...blocks.filter(isItemBlock)],
  };
}

function isItemBlock(block: RootContent): block is ListItem['children'][number] {
  return block.type === 'paragraph' || block.type === 'list' || block.type === 'table';
}

/** Stage and type, where they are words of the standard. */
function attributesOf(element: XmlElement, { tell }: Reading) {
  const known = (attribute: string, words: readonly string[]) => {
    const value = element.attribute(attribute) ?? '';
    if (value !== '' && !words.includes(value)) {
      tell('lost', `"${value}" is no ${attribute} that StratML knows; it is left out.`, element.at);
      return undefined;
    }
    return value;
  };
  return {
    stage: known('ValueChainStage', valueChainStages),
    type: known('PerformanceIndicatorType', indicatorTypes),
  };
}
