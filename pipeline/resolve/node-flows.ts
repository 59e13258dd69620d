/** The flows of each node, made when the first of them is asked for; what is counted over them is known before. */
import type { PhrasingContent } from 'mdast';
import { hashOf } from '../model/hash.ts';
import type { Known } from '../model/known.ts';
import type { Goal, Part, Plan, Section } from '../model/plan.ts';
import type { Asset, Flow, Target } from '../model/resolved.ts';
import { type Measured, measure } from './measure.ts';
import type { PlanSurroundings } from './node-text.ts';
import { type Outline, targetAt } from './outline.ts';
import { type CaptionStart, type Turned, turn } from './turn.ts';

export interface NodeFlows {
  /** A hash over all that the node and its flows are made from. */
  readonly key: string;
  readonly measured: Measured;
  /** Of a plain title, without turning the text below it. */
  titleFlow(): Flow;
  turned(): Turned;
  /** Those of another text in the same place. */
  again(node: Plan | Goal | Section): NodeFlows;
}

/** Gives the flows of the plan's nodes; to be asked in document order, since captions are counted through the plan. */
export function flowsInOrder(
  around: PlanSurroundings,
  whole: string,
  known: Known,
): (node: Plan | Goal | Section, target: Target) => NodeFlows {
  let start: CaptionStart = { tables: 0, figures: 0 };
  return (node, target) => {
    const from = start;
    const flowsOf = (one: Plan | Goal | Section): NodeFlows => {
      const turned = turnedOnce(one, target, around, from);
      const key = hashOf(whole, target, from, one.type, contentOf(one));
      const measured = known.once(`text ${key}`, () => measure(turned()));
      const plain = plainFlow(one.titleContent);
      const titleFlow = () => plain ?? turned().titleFlow;
      return { key, measured, titleFlow, turned, again: flowsOf };
    };
    const flows = flowsOf(node);
    start = {
      tables: from.tables + flows.measured.tables.length,
      figures: from.figures + flows.measured.figures.length,
    };
    return flows;
  };
}

/** A hash over all that the text of one node can show of the rest of the plan: where targets lead, and pictures. */
export function wholeKey(plan: Plan, outline: Outline, assets: ReadonlyMap<string, Asset>): string {
  const nodes = plan.goals.flatMap((goal, index) => [
    headOf(goal, targetAt(outline, { goal: index })),
    ...goal.sections.map((section, at) =>
      headOf(section, targetAt(outline, { goal: index, section: at })),
    ),
  ]);
  const pictures = [...assets.values()].map(({ path, sha256 }) => [path, sha256]);
  return hashOf(headOf(plan, outline.plan), nodes, [...outline.anchors], pictures);
}

function headOf(node: Plan | Goal | Section, target: Target) {
  const { title, matter, source, titleContent } = node;
  // What a title refers to may stand anywhere in its file.
  const marked = plainFlow(titleContent) === undefined ? source.text : '';
  // Numbers may differ where addresses do not: "1.1" and "1-1".
  const number = 'sequence' in matter ? matter.sequence : '';
  return [target, number, title, matter.id, matter.lang, source.path, marked];
}

/** Everything of the node that is its own. */
function contentOf(node: Plan | Goal | Section) {
  const { source, matter, title } = node;
  const parts = node.type === 'section' ? node.parts.map(partHead) : [];
  const slug = node.type === 'plan' ? [node.slug, node.draft] : [];
  return [source.path, source.text, matter, title, parts, slug];
}

function partHead(part: Part) {
  const gap = part.state === 'gap' ? part.gap : '';
  return [part.definition, part.heading, part.state, gap];
}

function turnable(node: Plan | Goal | Section) {
  const { titleContent, definitions } = node;
  return node.type === 'section'
    ? { titleContent, definitions, body: node.intro, parts: node.parts, level: 3 }
    : { titleContent, definitions, body: node.body, parts: [], level: 2 };
}

/** The flow of phrasing without marks; undefined where there are any. */
function plainFlow([only, ...more]: readonly PhrasingContent[]): Flow | undefined {
  if (only?.type !== 'text' || more.length > 0 || /[\r\n]/u.test(only.value)) return undefined;
  return { type: 'root', children: [{ type: 'text', value: only.value }] };
}

/**
 * Nothing else keeps the node, so that its Markdown is let go when it is turned: the tree takes more room than the
 * flows that are made of it.
 */
function turnedOnce(
  node: Plan | Goal | Section,
  target: Target,
  around: PlanSurroundings,
  start: CaptionStart,
): () => Turned {
  return firstTime(() => turn(turnable(node), target, around, start));
}

function firstTime<T>(make: () => T): () => T {
  let known: { readonly make: () => T } | { readonly value: T } = { make };
  return () => {
    if ('make' in known) known = { value: known.make() };
    return known.value;
  };
}
