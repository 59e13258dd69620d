/** Stakeholders as StratML has them, from a section's list or from one in a goal's or plan's text. */
import type { ElementContent, Element as HtmlElement } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Element } from 'xast';
import type { ResolvedStakeholder } from '../../model/resolved.ts';
import { splitSigns } from '../../model/stakeholder-signs.ts';
import { roleTypes, wordIn } from '../../model/stratml.ts';
import { inlineText, isBlock, plainText } from '../plain-text.ts';
import { element, leaf, requiredLeaf } from './element.ts';
import type { Lose } from './losses.ts';
import type { Writing } from './writing.ts';

/** A stakeholder of a section. */
export function stakeholderElement(
  { name, kind, roles, description }: ResolvedStakeholder,
  lose: Lose,
  writing: Writing,
): Element {
  const { inline, blocks } = splitItem(description.children);
  return stakeholder({ name, kind, roles, inline, blocks }, lose, writing);
}

/** The stakeholders in a list of a text: `Name (Organization; Performer): what they do`. */
export function stakeholdersInList(list: HtmlElement, lose: Lose, writing: Writing): Element[] {
  return itemsOf(list).map((item) => {
    const { inline, blocks } = splitItem(item.children);
    const { head, rest } = splitHead(inline);
    return stakeholder({ kind: undefined, ...head, inline: rest, blocks }, lose, writing);
  });
}

interface Named {
  readonly name: string;
  readonly kind?: ResolvedStakeholder['kind'];
  readonly roles: readonly string[];
  readonly inline: readonly ElementContent[];
  readonly blocks: readonly HtmlElement[];
}

function stakeholder(named: Named, lose: Lose, { part }: Writing): Element {
  const { name, kind, roles, inline, blocks } = named;
  const lists = blocks.filter(({ tagName }) => tagName === 'ul');
  const others = blocks.filter(({ tagName }) => tagName !== 'ul');
  const written = [...ownRoles(roles), ...lists.flatMap((list) => listedRoles(list, lose))];
  if (part === 1 && written.length > 0) lose('role');
  return element(
    'Stakeholder',
    [
      requiredLeaf('Name', name),
      leaf('Description', plainText([...paragraph(inline), ...others], lose)),
      ...(part === 1 ? [] : written),
    ],
    { StakeholderTypeType: kind },
  );
}

function paragraph(children: readonly ElementContent[]): HtmlElement[] {
  return children.length === 0
    ? []
    : [{ type: 'element', tagName: 'p', properties: {}, children: [...children] }];
}

/** The roles in brackets: StratML's own words in one role, each other word as the name of one. */
function ownRoles(roles: readonly string[]): Element[] {
  const types = roles.filter((role) => wordIn(roleTypes, role) !== undefined);
  const names = roles.filter((role) => wordIn(roleTypes, role) === undefined);
  return [
    ...(types.length === 0 ? [] : [role('', types, '')]),
    ...names.map((name) => role(name, [], '')),
  ];
}

/** The roles in a list beneath: `Chair (Performer): what they do`. */
function listedRoles(list: HtmlElement, lose: Lose): Element[] {
  return itemsOf(list).map((item) => {
    const { inline, blocks } = splitItem(item.children);
    const { head, rest } = splitHead(inline);
    const types = head.roles.filter((one) => wordIn(roleTypes, one) !== undefined);
    return role(head.name, types, plainText([...paragraph(rest), ...blocks], lose));
  });
}

function role(name: string, types: readonly string[], description: string): Element {
  return element('Role', [
    requiredLeaf('Name', name),
    leaf('Description', description),
    ...[...new Set(types)].slice(0, 2).map((type) => requiredLeaf('RoleType', type)),
  ]);
}

/** The items of a list. */
export function itemsOf(list: HtmlElement): HtmlElement[] {
  return list.children.filter(
    (node): node is HtmlElement => node.type === 'element' && node.tagName === 'li',
  );
}

/** An item's first text, and the blocks beneath it. */
export function splitItem(nodes: readonly (ElementContent | { type: 'doctype' })[]): {
  readonly inline: readonly ElementContent[];
  readonly blocks: readonly HtmlElement[];
} {
  const kept = nodes.filter(
    (node): node is ElementContent =>
      node.type !== 'doctype' &&
      !(node.type === 'text' && /^\s*$/u.test(node.value) && node.value.includes('\n')),
  );
  const first = kept.findIndex((node) => isBlock(node));
  const blocks = (first === -1 ? [] : kept.slice(first)).filter((node) => isBlock(node));
  const inline = first === -1 ? kept : kept.slice(0, first);
  const [lead] = blocks;
  if (inline.length > 0 || lead?.tagName !== 'p') return { inline, blocks };
  return { inline: lead.children, blocks: blocks.slice(1) };
}

/** A name with its signs, and what follows the colon; a name in bold is taken as it is. */
export function splitHead(content: readonly ElementContent[]): {
  readonly head: ReturnType<typeof splitSigns>;
  readonly rest: readonly ElementContent[];
} {
  const [first, second] = content;
  const bold =
    first?.type === 'element' &&
    first.tagName === 'strong' &&
    (second === undefined || (second.type === 'text' && /^\s*(?:\(|:|$)/u.test(second.value)));
  const { before, after } = atColon(bold ? content.slice(1) : content);
  const signs = splitSigns(inlineText(before, () => undefined).trim());
  const name = bold ? `${hastText(first)} ${signs.name}`.trim() : signs.name;
  return { head: { ...signs, name }, rest: after };
}

/** Phrasing before and after its first colon, outside links and emphasis. */
function atColon(content: readonly ElementContent[]) {
  for (const [index, node] of content.entries()) {
    const at = node.type === 'text' ? node.value.search(/:(?:\s|$)/u) : -1;
    if (node.type !== 'text' || at === -1) continue;
    const rest = node.value.slice(at + 1).trimStart();
    return {
      before: [...content.slice(0, index), { ...node, value: node.value.slice(0, at) }],
      after: [...(rest === '' ? [] : [{ ...node, value: rest }]), ...content.slice(index + 1)],
    };
  }
  return { before: content, after: [] };
}
