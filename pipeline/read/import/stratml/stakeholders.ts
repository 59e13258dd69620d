/** Stakeholder elements as stakeholders: those with nothing in them are none. */
import type { List, ListItem, RootContent } from 'mdast';
import { roleTypes, stakeholderTypes, wordIn } from '../../../model/stratml.ts';
import type { ImportedStakeholder } from '../imported.ts';
import { nameContent } from '../markdown.ts';
import { paragraph, phrasing } from '../text.ts';
import { lineOf, paragraphsOf } from './leaf-text.ts';
import { childLine, childText, ownText, type Reading } from './reading.ts';
import type { XmlElement } from './xml-element.ts';

/** The stakeholders that an element names, and whether it has elements for them at all. */
export interface NamedStakeholders {
  readonly elements: readonly XmlElement[];
  readonly named: readonly ImportedStakeholder[];
}

export function stakeholdersIn(element: XmlElement, reading: Reading): NamedStakeholders {
  const elements = element.all('Stakeholder');
  const named = elements.flatMap((one) => {
    const read = readStakeholder(one, reading);
    if (read === undefined) {
      reading.tell('empty', 'A <Stakeholder> names nobody; it is left out.', one.at);
    }
    return read ?? [];
  });
  return { elements, named };
}

/** A list in a part that is written as blocks, such as the stakeholders of a goal. */
function readStakeholder(element: XmlElement, reading: Reading): ImportedStakeholder | undefined {
  const name =
    element.children.length === 0
      ? lineOf(ownText(element, reading.tell))
      : childLine(element, 'Name', reading);
  const written = element.attribute('StakeholderTypeType') ?? '';
  const kind = wordIn(stakeholderTypes, written);
  if (written !== '' && kind === undefined) {
    reading.tell('lost', `"${written}" is no type of stakeholder; it is left out.`, element.at);
  }
  const child = element.first('Description');
  const [description = '', ...more] = child
    ? paragraphsOf(childText(element, 'Description', reading), child.at, reading.tell)
    : [];
  const roles = element.all('Role').flatMap((role) => readRole(role, reading) ?? []);
  if (name === '' && description === '' && roles.length === 0) return undefined;
  if (name === '') {
    reading.tell('missing', 'A stakeholder has no name, but a description or a role.', element.at);
  }
  const [only] = roles;
  const inName =
    roles.length === 1 && only !== undefined && only.name === '' && only.description === '';
  const blocks: RootContent[] = more.map((text) => paragraph(text));
  if (!inName && roles.length > 0) blocks.push(roleList(roles));
  return {
    name,
    ...(kind === undefined ? {} : { kind }),
    roles: inName ? only.types : [],
    description,
    blocks,
  };
}

interface Role {
  readonly name: string;
  readonly types: readonly string[];
  readonly description: string;
}

function readRole(element: XmlElement, reading: Reading): Role | undefined {
  const own = element.children.length === 0 ? lineOf(ownText(element, reading.tell)) : '';
  const types = element.all('RoleType').flatMap((child) => {
    const word = child.text.trim();
    const type = wordIn(roleTypes, word);
    if (type === undefined && word !== '') {
      reading.tell('lost', `"${word}" is no type of role; it is left out.`, child.at);
    }
    return type ?? [];
  });
  const ownType = wordIn(roleTypes, own);
  const name = childLine(element, 'Name', reading) || (ownType === undefined ? own : '');
  const description = lineOf(childText(element, 'Description', reading));
  const all = ownType === undefined ? types : [ownType, ...types];
  return name === '' && description === '' && all.length === 0
    ? undefined
    : { name, description, types: all };
}

/** Roles as `- Name (Performer): what they do`. */
function roleList(roles: readonly Role[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: roles.map(({ name, types, description }): ListItem => {
      const sign = types.length === 0 ? '' : ` (${types.join(', ')})`;
      const colon = description === '' ? '' : ': ';
      const bold = /:(?:\s|$)|\([^()]*\)$/u.test(name);
      const children = [...nameContent(name, bold, sign + colon), ...phrasing(description)];
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
    }),
  };
}
