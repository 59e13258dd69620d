/** Goals and sections as Goal and Objective. */
import type { Element as HtmlElement, RootContent } from 'hast';
import type { Element } from 'xast';
import { mintId } from '../../model/mint-id.ts';
import type {
  Note,
  ResolvedGoal,
  ResolvedPart,
  ResolvedPlan,
  ResolvedSection,
} from '../../model/resolved.ts';
import { plainText } from '../plain-text.ts';
import { element, leaf, nameOf, requiredLeaf } from './element.ts';
import { indicatorElement } from './indicators.ts';
import type { Lose } from './losses.ts';
import { stakeholderElement, stakeholdersInList } from './stakeholders.ts';
import { underHeadings } from './under-headings.ts';
import type { Writing } from './writing.ts';

export function goalElement(goal: ResolvedGoal, plan: ResolvedPlan, writing: Writing): Element {
  const { path } = goal.origin;
  const lose = writing.losses.in(path);
  const { description, other, lists } = goalText(goal, lose);
  return element('Goal', [
    requiredLeaf('Name', nameOf(goal)),
    requiredLeaf('Description', description),
    leaf('Identifier', identifierOf(goal, plan, writing)),
    leaf('SequenceIndicator', goal.number),
    ...lists.flatMap((list) => stakeholdersInList(list, lose, writing)),
    leaf('OtherInformation', other),
    ...goal.sections.map((section) => objectiveElement(section, plan, writing)),
  ]);
}

/** A goal's text: the description, what goes into OtherInformation, and lists of stakeholders. */
function goalText(goal: ResolvedGoal, lose: Lose) {
  const description: string[] = [];
  const other: string[] = [];
  const lists: HtmlElement[] = [];
  for (const { topic, heading, nodes } of underHeadings(goal.body)) {
    const found = topic === 'stakeholders' ? nodes.filter((node) => isList(node)) : [];
    lists.push(...found);
    const rest = nodes.filter((node) => !found.some((one) => one === node));
    const known = heading === undefined || topic === 'recommendation' || topic === 'background';
    const title = known || topic === 'stakeholders' ? '' : plainText([heading], lose);
    const into = heading === undefined || topic === 'recommendation' ? description : other;
    into.push(...[title, plainText(rest, lose)].filter((text) => text !== ''));
  }
  other.push(...noteTexts(goal.notes, lose));
  return { description: description.join('\n\n'), other: other.join('\n\n'), lists };
}

/** Whether a node is a list. */
export function isList(node: RootContent | HtmlElement): node is HtmlElement {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** Notes as `[1] text`. */
export function noteTexts(notes: readonly Note[], lose: Lose): string[] {
  return notes.map(({ number, flow }) => `[${number}] ${plainText(flow.children, lose)}`);
}

function objectiveElement(section: ResolvedSection, plan: ResolvedPlan, writing: Writing): Element {
  const { path } = section.origin;
  const lose = writing.losses.in(path);
  const parts = new Map(section.parts.map((part) => [part.id, part]));
  const stakeholders = parts.get('stakeholders');
  const indicators = parts.get('indicators');
  for (const part of section.parts) tellAbsent(part, lose);
  const measured = indicators?.indicators ?? [];
  if (writing.part === 1 && measured.length > 0) lose('indicator', `${measured.length}`);
  return element('Objective', [
    leaf('Name', nameOf(section)),
    leaf('Description', partText(parts.get('recommendation'), lose)),
    leaf('Identifier', identifierOf(section, plan, writing)),
    leaf('SequenceIndicator', section.number),
    ...(stakeholders?.stakeholders ?? []).map((one) => stakeholderElement(one, lose, writing)),
    leaf('OtherInformation', otherText(section, lose)),
    ...(writing.part === 1 ? [] : measured.map((one) => indicatorElement(one, path, writing))),
  ]);
}

function tellAbsent(part: ResolvedPart, lose: Lose): void {
  if (part.state === 'waived') lose('waiver', part.heading);
  if (part.state === 'gap') lose('gap', part.heading);
}

function partText(part: ResolvedPart | undefined, lose: Lose): string {
  if (part === undefined || part.state !== 'filled') return '';
  return [part.flow, part.after]
    .map((flow) => plainText(flow.children, lose))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The background; and what has no element: text before the parts, in lists' parts, in parts of the project's own, notes. */
function otherText(section: ResolvedSection, lose: Lose): string {
  const intro = plainText(section.intro.children, lose);
  if (intro !== '') lose('intro');
  const texts = section.parts.map((part) => {
    if (part.id === 'recommendation') return '';
    const text = partText(part, lose);
    if (text === '' || part.id === 'background') return text;
    lose('part', part.heading);
    return `${part.heading}\n\n${text}`;
  });
  return [intro, ...texts, ...noteTexts(section.notes, lose)]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The author's id, else one that is made from where the node was written. */
function identifierOf(
  node: ResolvedGoal | ResolvedSection,
  plan: ResolvedPlan,
  { identifiers }: Writing,
): string | undefined {
  const id = node.id ?? mintId(plan.id ?? plan.slug, node.origin.key);
  return identifiers.take(id, node.origin.path);
}
