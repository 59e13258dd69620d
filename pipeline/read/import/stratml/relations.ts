/** Relationship elements of an indicator as a list: `- Peer to **Name**: what it is about {ref: _8dff}`. */
import type { List, ListItem, PhrasingContent } from 'mdast';
import { relationTypes, wordIn } from '../../../model/stratml.ts';
import { attributesText } from '../../attributes.ts';
import { plainRelation, relationWords } from '../../indicator-relations.ts';
import { phrasing } from '../text.ts';
import { lineOf } from './leaf-text.ts';
import { childLine, childText, type Reading } from './reading.ts';
import type { XmlElement } from './xml-element.ts';

/** The list; undefined where there is no relation with anything in it. */
export function relationList(element: XmlElement, reading: Reading): List | undefined {
  const children = element.all('Relationship').flatMap((one) => relationItem(one, reading) ?? []);
  return children.length === 0
    ? undefined
    : { type: 'list', ordered: false, spread: false, children };
}

function relationItem(element: XmlElement, reading: Reading): ListItem | undefined {
  const type = element.attribute('RelationshipType') ?? '';
  const kind = wordIn(relationTypes, type);
  if (type !== '' && kind === undefined) {
    reading.tell('lost', `"${type}" is no type of relationship; it is left out.`, element.at);
  }
  const id = reading.identifierOf(element);
  const refs = element.all('ReferentIdentifier').map((one) => one.text.trim());
  const name = childLine(element, 'Name', reading);
  const description = lineOf(childText(element, 'Description', reading));
  if (name === '' && description === '' && refs.join('') === '') {
    reading.tell('empty', 'A <Relationship> leads nowhere; it is left out.', element.at);
    return undefined;
  }
  const word = kind === undefined ? plainRelation : relationWords[kind];
  const attributes = attributesText({ ref: refs.join(' ').trim(), id });
  const strong: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: name }] };
  const start: PhrasingContent[] =
    name === ''
      ? [{ type: 'text', value: `${word}${description === '' ? '' : ': '}` }]
      : [
          { type: 'text', value: `${word} ` },
          strong,
          ...(description === '' ? [] : [{ type: 'text' as const, value: ': ' }]),
        ];
  const end: PhrasingContent[] = attributes === '' ? [] : [{ type: 'text', value: attributes }];
  const children = [...start, ...phrasing(description), ...end];
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}
