/** Places in the print beside the plan's own anchors, named alike by the print and by what cites its pages. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Flow, ResolvedPlan } from '../model/resolved.ts';

/** The print's own chapters. */
export const own = {
  cover: 'print-cover',
  imprint: 'print-imprint',
  contents: 'print-contents',
  about: 'print-about',
  tables: 'print-tables',
  figures: 'print-figures',
  overview: 'print-overview',
  stakeholders: 'print-stakeholders',
} as const;

/** The line that stands for an anchor in one of the lists: contents, tables, figures, a goal's overview. */
export function lineIn(list: string, of: string | number): string {
  return `${list}-${of}`;
}

/** What a page may end between, within a block. */
const lines = new Set(['p', 'li', 'tr', 'dt', 'dd']);

/** Gives every line within a flow's blocks an id, made from the block's: a page may begin in the middle of a table. */
export function nameLines(flow: Flow): void {
  for (const block of flow.children) {
    const id = block.type === 'element' ? block.properties['id'] : undefined;
    if (block.type !== 'element' || typeof id !== 'string') continue;
    for (const [index, line] of linesOf(block).entries())
      line.properties['id'] ??= `${id}-l${index + 1}`;
  }
}

/** The places of a plan's print that are no anchors of the plan, each once. */
export function placesOf(plan: ResolvedPlan): readonly string[] {
  const targets = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  return [
    ...Object.values(own),
    ...targets.flatMap(({ anchor }) => [
      lineIn(own.contents, anchor),
      lineIn(own.overview, anchor),
    ]),
    ...plan.tables.map(({ anchor }) => lineIn(own.tables, anchor)),
    ...plan.figures.map(({ anchor }) => lineIn(own.figures, anchor)),
    ...plan.stakeholders.map((_, index) => lineIn(own.stakeholders, index + 1)),
    ...flowsOf(plan).flatMap(lineIds),
  ];
}

function lineIds(flow: Flow): readonly string[] {
  return flow.children.flatMap((block) => {
    const id = block.type === 'element' ? block.properties['id'] : undefined;
    if (block.type !== 'element' || typeof id !== 'string') return [];
    return linesOf(block).flatMap((line, index) =>
      line.properties['id'] === undefined ? [`${id}-l${index + 1}`] : [],
    );
  });
}

function linesOf(block: Element): readonly Element[] {
  const found: Element[] = [];
  visit(block, 'element', (node) => {
    // The head of a table stands on each of its pages.
    if (node.tagName === 'thead') return 'skip';
    if (node !== block && lines.has(node.tagName)) found.push(node);
    return undefined;
  });
  return found;
}

function flowsOf(plan: ResolvedPlan): readonly Root[] {
  return [
    plan.body,
    ...plan.goals.flatMap((goal) => [
      goal.body,
      ...goal.sections.flatMap((section) => [
        section.intro,
        ...section.parts.flatMap((part) => [part.flow, part.after]),
      ]),
    ]),
  ];
}
