/** What is counted over all flows of a plan: the page of every anchor, and the words. */
import type { Nodes } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Flow, Note, ResolvedGoal, ResolvedSection, Target } from '../model/resolved.ts';

interface Counted extends Target {
  readonly titleFlow: Flow;
  readonly body: Flow;
  readonly notes: readonly Note[];
  readonly goals: readonly ResolvedGoal[];
}

/** Every anchor of the plan, down to blocks and notes, with the site's page that holds it. */
export function pagesOf(plan: Counted): Map<string, string> {
  const pages = new Map<string, string>();
  for (const { page, anchors, flows } of holders(plan)) {
    for (const anchor of anchors) pages.set(anchor, page);
    for (const flow of flows) {
      visit(flow, 'element', (node) => {
        if (typeof node.properties['id'] === 'string') pages.set(node.properties['id'], page);
      });
    }
  }
  return pages;
}

/** Words of titles, text and notes, by white space. */
export function countWords(plan: Counted): number {
  return holders(plan)
    .flatMap(({ flows }) => flows)
    .reduce((sum, flow) => sum + (textOf(flow).match(/\S+/gu)?.length ?? 0), 0);
}

function textOf(node: Nodes): string {
  return node.type === 'root'
    ? node.children.map((child) => hastText(child)).join(' ')
    : hastText(node);
}

interface Holder {
  readonly page: string;
  readonly anchors: readonly string[];
  readonly flows: readonly Flow[];
}

function holders(plan: Counted): Holder[] {
  return [
    holder(plan, [], [plan.titleFlow, plan.body], plan.notes),
    ...plan.goals.flatMap((goal) => [
      holder(goal, [], [goal.titleFlow, goal.body], goal.notes),
      ...goal.sections.map(sectionHolder),
    ]),
  ];
}

function sectionHolder(section: ResolvedSection): Holder {
  const items = section.parts.flatMap((part) => [...part.stakeholders, ...part.indicators]);
  return holder(
    section,
    [...section.parts.map((part) => part.anchor), ...items.map((item) => item.anchor)],
    [
      section.titleFlow,
      section.intro,
      ...section.parts.flatMap((part) => [part.flow, part.after]),
      ...items.map((item) => item.description),
    ],
    section.notes,
  );
}

function holder(
  target: Target,
  anchors: readonly string[],
  flows: readonly Flow[],
  notes: readonly Note[],
): Holder {
  return {
    page: target.page,
    anchors: [target.anchor, ...anchors, ...notes.map((note) => note.anchor)],
    flows: [...flows, ...notes.map((note) => note.flow)],
  };
}
