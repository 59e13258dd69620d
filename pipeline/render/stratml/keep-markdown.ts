/** Keeps the Markdown of a plan beside its StratML, so that an import finds again what StratML cannot say. */
import type { Element } from 'xast';
import {
  type Comparable,
  hashOf,
  hashOfAll,
  type KeptMarkdown,
  type KeptText,
} from '../../model/kept-markdown.ts';
import type { Origin, ResolvedPlan } from '../../model/resolved.ts';

/** The text of the file: each goal's and section's file by the identifier that the document gives it. */
export function keptText(plan: ResolvedPlan, root: Element): string {
  const document = comparable(root);
  const kept: KeptMarkdown = { markdown: 1, texts: textsOf(plan, document) };
  return `${JSON.stringify(kept, undefined, 2)}\n`;
}

function textsOf(plan: ResolvedPlan, document: Comparable): Record<string, KeptText> {
  const inOne = plan.goals.every(({ origin }) => origin.path === plan.origin.path);
  if (inOne) {
    return { document: { path: 'plan.md', sha256: hashOfAll(document), text: plan.origin.text } };
  }
  const texts: Record<string, KeptText> = {
    plan: { path: 'plan.md', sha256: hashOf(document), text: plan.origin.text },
  };
  const keep = (element: Comparable | undefined, { key, text }: Origin): void => {
    const id = element?.children.find(({ name }) => name === 'Identifier')?.text;
    if (element !== undefined && id !== undefined && text !== '') {
      texts[id] = { path: key, sha256: hashOf(element), text };
    }
  };
  const core = document.children.find(({ name }) => name === 'StrategicPlanCore');
  const goals = core?.children.filter(({ name }) => name === 'Goal') ?? [];
  for (const [index, goal] of plan.goals.entries()) {
    const element = goals[index];
    keep(element, goal.origin);
    const objectives = element?.children.filter(({ name }) => name === 'Objective') ?? [];
    for (const [at, section] of goal.sections.entries()) keep(objectives[at], section.origin);
  }
  return texts;
}

function comparable(element: Element): Comparable {
  return {
    name: element.name,
    attributes: Object.entries(element.attributes).flatMap(([name, value]) =>
      name === 'xmlns' ? [] : [[name, value ?? ''] as const],
    ),
    text: element.children.map((one) => (one.type === 'text' ? one.value : '')).join(''),
    children: element.children.flatMap((one) => (one.type === 'element' ? [comparable(one)] : [])),
  };
}
