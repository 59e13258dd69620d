/** The text of a plan, goal or section turned into flows, in the order in which it is shown. */
import type { PhrasingContent } from 'mdast';
import type { Block, Definitions } from '../model/draft.ts';
import type { Part } from '../model/plan.ts';
import type { Captioned, Flow, Note, Target } from '../model/resolved.ts';
import type { CaptionCounter } from './captions.ts';
import { NodeText, type PlanSurroundings } from './node-text.ts';

/** How many tables and figures with captions stand before a node's text. */
export interface CaptionStart {
  readonly tables: number;
  readonly figures: number;
}

/** What a plan's, goal's or section's text becomes. */
export interface Turned {
  readonly titleFlow: Flow;
  /** The plan's or goal's own text, a section's before its parts. */
  readonly body: Flow;
  /** Of a section: its parts in the order of the plan. */
  readonly parts: readonly TurnedPart[];
  readonly notes: readonly Note[];
  readonly tables: readonly Captioned[];
  readonly figures: readonly Captioned[];
}

/** The flows of a part; of its stakeholders and indicators the descriptions. */
export interface TurnedPart {
  readonly flow: Flow;
  readonly stakeholders: readonly Flow[];
  readonly indicators: readonly Flow[];
  readonly after: Flow;
}

/** What is turned: a plan, goal or section. */
export interface TurnedNode {
  readonly titleContent: readonly PhrasingContent[];
  readonly body: readonly Block[];
  /** The level of the highest heading in the body. */
  readonly level: number;
  readonly parts: readonly Part[];
  readonly definitions: Definitions;
}

export function turn(
  node: TurnedNode,
  target: Target,
  around: PlanSurroundings,
  start: CaptionStart,
): Turned {
  const { counter, ...captions } = captionsFrom(start, target.page);
  const text = new NodeText(target, node.definitions, around, counter);
  const titleFlow = text.phrasing(node.titleContent);
  // Numbered in the order in which they are shown: the part that leads stands before the rest.
  const leads = new Map(partsOf(node, true).map((part) => [part, turnPart(part, text)]));
  const body = text.blocks(node.body, node.level);
  const others = new Map(partsOf(node, false).map((part) => [part, turnPart(part, text)]));
  const parts = node.parts.map((part) => leads.get(part) ?? others.get(part) ?? noText);
  return { titleFlow, body, parts, notes: text.notes(), ...captions };
}

const nothing: Flow = { type: 'root', children: [] };
const noText: TurnedPart = { flow: nothing, stakeholders: [], indicators: [], after: nothing };

function partsOf({ parts }: TurnedNode, lead: boolean): readonly Part[] {
  return parts.filter((part) => part.definition.lead === lead);
}

function turnPart(part: Part, text: NodeText): TurnedPart {
  if (part.state === 'gap') return noText;
  if (part.state === 'waived') return { ...noText, flow: text.phrasing(part.reason) };
  const { before, stakeholders, indicators, after } = part.part;
  return {
    flow: text.blocks(before, 3),
    stakeholders: stakeholders.map((one) => text.item(one.description, one.blocks)),
    indicators: indicators.map((one) => text.item(one.description, one.blocks)),
    after: text.blocks(after, 3),
  };
}

function captionsFrom(start: CaptionStart, page: string) {
  const tables: Captioned[] = [];
  const figures: Captioned[] = [];
  const counter: CaptionCounter = {
    next(kind, caption) {
      const [list, before] = kind === 'table' ? [tables, start.tables] : [figures, start.figures];
      const number = before + list.length + 1;
      const anchor = `${kind}-${number}`;
      list.push({ anchor, page, number, caption });
      return { number, anchor };
    },
  };
  return { counter, tables, figures };
}
