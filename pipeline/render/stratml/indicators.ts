/** Indicators as StratML has them (Part 2). */
import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import type { IndicatorRelation } from '../../model/draft.ts';
import type { ResolvedIndicator } from '../../model/resolved.ts';
import { indicatorTypes, valueChainStages, wordIn } from '../../model/stratml.ts';
import { plainText } from '../plain-text.ts';
import { element, leaf, requiredLeaf } from './element.ts';
import type { Lose } from './losses.ts';
import { instances } from './results.ts';
import type { Writing } from './writing.ts';

export function indicatorElement(
  indicator: ResolvedIndicator,
  path: string,
  { losses, identifiers }: Writing,
): Element {
  const lose = losses.in(path);
  return element(
    'PerformanceIndicator',
    [
      leaf('SequenceIndicator', indicator.sequence),
      requiredLeaf('MeasurementDimension', indicator.name),
      requiredLeaf('UnitOfMeasurement', indicator.unit ?? ''),
      leaf('Identifier', identifiers.take(indicator.id, path)),
      ...indicator.relations.map((one) => relation(one, identifiers.take(one.id, path))),
      ...instances(indicator, lose),
      leaf('OtherInformation', otherText(indicator, lose)),
    ],
    {
      ValueChainStage: wordIn(valueChainStages, indicator.stage ?? ''),
      PerformanceIndicatorType: wordIn(indicatorTypes, indicator.type ?? ''),
    },
  );
}

function relation(one: IndicatorRelation, id: string | undefined): Element {
  return element(
    'Relationship',
    [
      leaf('Identifier', id),
      ...one.refs.map((ref) => requiredLeaf('ReferentIdentifier', ref)),
      leaf('Name', one.name),
      leaf('Description', one.description),
    ],
    { RelationshipType: one.kind },
  );
}

/** What is said of an indicator beside its results and relations, which have elements of their own. */
function otherText({ description, status, stage, type }: ResolvedIndicator, lose: Lose): string {
  const nodes = description.children.filter((node) => !isMarked(node));
  const unknown = [
    stage !== undefined && wordIn(valueChainStages, stage) === undefined ? `Stage: ${stage}` : '',
    type !== undefined && wordIn(indicatorTypes, type) === undefined ? `Type: ${type}` : '',
    status === undefined ? '' : `Status: ${status}`,
  ];
  return [plainText(nodes, lose), ...unknown].filter((text) => text !== '').join('\n\n');
}

function isMarked(node: ResolvedIndicator['description']['children'][number]): boolean {
  const properties: HtmlElement['properties'] = node.type === 'element' ? node.properties : {};
  return properties['dataResults'] !== undefined || properties['dataRelations'] !== undefined;
}
