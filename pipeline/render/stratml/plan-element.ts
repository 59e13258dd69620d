/** A plan as the document element of StratML. */
import type { Element as HtmlElement, RootContent } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Element } from 'xast';
import type { ResolvedPlan } from '../../model/resolved.ts';
import { stratmlNamespaces, stratmlRoots } from '../../model/stratml.ts';
import { plainText } from '../plain-text.ts';
import { element, leaf, nameOf, requiredLeaf } from './element.ts';
import type { Lose } from './losses.ts';
import { goalElement, isList, noteTexts } from './nodes.ts';
import { itemsOf, splitHead, splitItem, stakeholdersInList } from './stakeholders.ts';
import { type Passage, underHeadings } from './under-headings.ts';
import type { Writing } from './writing.ts';

/** The whole plan. `type` is Part 2's kind of document. */
export function planElement(plan: ResolvedPlan, type: string, writing: Writing): Element {
  const { path } = plan.origin;
  const lose = writing.losses.in(path);
  tellLostMatter(plan, lose);
  const passages = underHeadings(plan.body);
  const submitter = submitterElement(plan, writing, lose);
  const description = textOf(passages, undefined, lose) || (plan.summary ?? '');
  const goals = plan.goals.map((goal) => goalElement(goal, plan, writing));
  return element(
    stratmlRoots[writing.part],
    [
      requiredLeaf('Name', nameOf(plan)),
      leaf('Description', description),
      leaf('OtherInformation', otherText(plan, passages, lose)),
      element('StrategicPlanCore', [
        ...organizations(plan, passages, writing, lose),
        statement('Vision', passages, plan.stratml?.vision, writing, path),
        statement('Mission', passages, plan.stratml?.mission, writing, path),
        ...values(passages, lose),
        ...(goals.length === 0
          ? [element('Goal', [requiredLeaf('Name', ''), requiredLeaf('Description', '')])]
          : goals),
      ]),
      administrative(plan, writing.part === 1 ? submitter : undefined, writing, lose),
      writing.part === 2 ? submitter : undefined,
    ],
    {
      xmlns: stratmlNamespaces[writing.part],
      Type: writing.part === 2 ? type : undefined,
    },
  );
}

/** Front matter that no element takes. */
function tellLostMatter(plan: ResolvedPlan, lose: Lose): void {
  const lost = {
    subtitle: plan.subtitle,
    authors: plan.contributors.length > 0 ? 'x' : undefined,
    rights: plan.rights,
    publisher: plan.publisher,
    subjects: plan.subjects.length > 0 ? 'x' : undefined,
    status: plan.status,
    version: plan.version,
    isbn: plan.isbn,
    handling: plan.handling,
    url: plan.url,
  };
  for (const [key, value] of Object.entries(lost)) if (value !== undefined) lose('matter', key);
}

/** The texts under one topic; with `undefined`, what stands before any heading. */
function textOf(passages: readonly Passage[], topic: Passage['topic'], lose: Lose): string {
  return passages
    .filter((one) => one.topic === topic && (topic !== undefined || one.heading === undefined))
    .map(({ nodes }) => plainText(nodes, lose))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The background, what stands under headings of the author's own, and the notes. */
function otherText(plan: ResolvedPlan, passages: readonly Passage[], lose: Lose): string {
  const unknown = passages.flatMap(({ topic, heading, nodes }) =>
    topic === undefined && heading !== undefined
      ? [plainText([heading], lose), plainText(nodes, lose)]
      : [],
  );
  const background = [
    textOf(passages, 'background', lose),
    textOf(passages, 'recommendation', lose),
  ];
  return [...background, ...unknown, ...noteTexts(plan.notes, lose)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function statement(
  name: 'Vision' | 'Mission',
  passages: readonly Passage[],
  id: string | undefined,
  { losses, identifiers }: Writing,
  path: string,
): Element | undefined {
  const text = textOf(passages, name === 'Vision' ? 'vision' : 'mission', losses.in(path));
  const taken = identifiers.take(id, path);
  return text === '' && taken === undefined
    ? undefined
    : element(name, [leaf('Description', text), leaf('Identifier', taken)]);
}

/** `- **Name**: text` */
function values(passages: readonly Passage[], lose: Lose): Element[] {
  const nodes = passages.filter(({ topic }) => topic === 'values').flatMap((one) => one.nodes);
  return nodes
    .filter((node) => isList(node))
    .flatMap((list) =>
      itemsOf(list).map((item) => {
        const { inline, blocks } = splitItem(item.children);
        const { head, rest } = splitHead(inline);
        const text = plainText([...rest, ...blocks], lose);
        return element('Value', [leaf('Name', head.name), leaf('Description', text)]);
      }),
    );
}

/** The organizations, each with the stakeholders that stand under its name; those under no name go to the first. */
function organizations(
  plan: ResolvedPlan,
  passages: readonly Passage[],
  writing: Writing,
  lose: Lose,
): Element[] {
  const named = stakeholdersByName(passages);
  const names = plan.organizations.map(({ name }) => name);
  const stray = [...named].filter(([name]) => !names.includes(name)).flatMap(([, lists]) => lists);
  if (plan.organizations.length > 1 && stray.length > 0) lose('organization');
  const stakeholders = (lists: readonly HtmlElement[]) =>
    lists.flatMap((list) => stakeholdersInList(list, lose, writing));
  const elements = plan.organizations.map((one, index) =>
    element('Organization', [
      leaf('Name', one.name),
      leaf('Acronym', one.acronym),
      leaf('Identifier', writing.identifiers.take(one.id, plan.origin.path)),
      leaf('Description', one.description),
      ...stakeholders([...(index === 0 ? stray : []), ...(named.get(one.name) ?? [])]),
    ]),
  );
  if (elements.length > 0 || stray.length === 0) return elements;
  return [element('Organization', stakeholders(stray))];
}

/** Lists by the third-level heading above them; those under none by an empty name. */
function stakeholdersByName(passages: readonly Passage[]): Map<string, HtmlElement[]> {
  const found = new Map<string, HtmlElement[]>();
  const nodes: readonly RootContent[] = passages
    .filter(({ topic }) => topic === 'stakeholders')
    .flatMap((one) => one.nodes);
  let name = '';
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'h3') name = hastText(node).trim();
    else if (isList(node)) found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
}

function administrative(
  plan: ResolvedPlan,
  submitter: Element | undefined,
  { part, identifiers }: Writing,
  lose: Lose,
): Element | undefined {
  const { id, source } = plan;
  if (part === 1 && id !== undefined) lose('id', 'the plan');
  const isAddress = source !== undefined && /^[^\s<>"{}|\\^`]+$/u.test(source);
  if (source !== undefined && !isAddress) lose('matter', 'source, which is no address');
  const children = [
    leaf('Identifier', part === 1 ? undefined : identifiers.take(id, plan.origin.path)),
    leaf('StartDate', plan.start),
    leaf('EndDate', plan.end),
    leaf('PublicationDate', plan.date),
    leaf('Source', isAddress ? source : undefined),
    submitter,
  ];
  return children.every((child) => child === undefined)
    ? undefined
    : element('AdministrativeInformation', children);
}

function submitterElement(
  plan: ResolvedPlan,
  { part, identifiers }: Writing,
  lose: Lose,
): Element | undefined {
  const { submitter } = plan;
  const id = plan.stratml?.submitter;
  if (part === 1 && id !== undefined) lose('id', 'the submitter');
  const children = [
    leaf('Identifier', part === 1 ? undefined : identifiers.take(id, plan.origin.path)),
    leaf('GivenName', submitter?.givenName),
    leaf('Surname', submitter?.surname),
    leaf('PhoneNumber', submitter?.phone),
    leaf('EmailAddress', submitter?.email),
  ];
  return children.every((child) => child === undefined)
    ? undefined
    : element('Submitter', children);
}
