/** Ids for goals and sections that have none: from the plan's own name and the place a node was first written in, never from its title. */
import { v5 } from 'uuid';
import type { NodeAddress } from './link.ts';

/** The namespace of these ids (RFC 9562, section 6.6). */
const namespace = v5('https://briefwright.invalid/node', v5.URL);

/** A node's name in its plan: its file below the plan's folder, or its place where the plan is one file. */
export function nodeKey(planPath: string, nodePath: string, address: NodeAddress): string {
  const folder = planPath.slice(0, planPath.lastIndexOf('/') + 1);
  if (nodePath !== planPath) return nodePath.slice(folder.length);
  const numbers = [address.goal, address.section].filter((one) => one !== undefined);
  return numbers.map((one) => String(one + 1)).join('.');
}

/** An NCName that is always the same for the same plan and key. `plan` is the plan's id, else its slug. */
export function mintId(plan: string, key: string): string {
  return `_${v5(`${plan}/${key}`, namespace)}`;
}
