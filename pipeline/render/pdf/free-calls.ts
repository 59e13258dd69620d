/** The calls of notes that stand in running text. */
import { SKIP, visit } from 'unist-util-visit';
import type { Flow, ResolvedPlan } from '../../model/resolved.ts';

/** The anchors of the calls that stand in no table, neither the author's nor one that the print makes of a part. */
export function freeCalls(plan: ResolvedPlan): ReadonlySet<string> {
  const free = new Set<string>();
  const collect = (flow: Flow) => {
    visit(flow, 'element', (node) => {
      if (node.tagName === 'table') return SKIP;
      const { dataNote, id } = node.properties;
      if (dataNote !== undefined && typeof id === 'string') free.add(id);
      return undefined;
    });
  };
  const nodes = plan.goals.flatMap((goal) => [goal, ...goal.sections]);
  collect(plan.body);
  for (const node of nodes) collect(node.titleFlow);
  for (const goal of plan.goals) {
    collect(goal.body);
    for (const { intro, parts } of goal.sections) {
      collect(intro);
      for (const { flow, after } of parts) for (const one of [flow, after]) collect(one);
    }
  }
  return free;
}
