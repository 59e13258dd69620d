/** Text as other pages quote it: without ids, paragraph numbers and calls of notes. */
import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Flow, ResolvedSection } from '../../model/resolved.ts';
import { copyFlow } from '../flow.ts';

/** The section's leading part as a flow to quote; empty where it is waived or missing. */
export function excerptOf(section: ResolvedSection): Flow {
  const lead = section.parts.find((part) => part.lead && part.state === 'filled');
  return quoted(lead?.flow ?? { type: 'root', children: [] });
}

/** A copy of the flow that may stand on any page. */
export function quoted(flow: Flow): Flow {
  const copy = copyFlow(flow);
  visit(copy, 'element', (node, index, parent) => {
    if (parent && index !== undefined && isNoteCall(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const { id: _, dataParagraph: __, ...rest } = node.properties;
    node.properties = rest;
    return undefined;
  });
  return copy;
}

/** A call, or what holds nothing but one. */
function isNoteCall(node: Element): boolean {
  if (node.properties['dataNote'] !== undefined) return true;
  const [only, ...others] = node.children;
  return (
    node.tagName === 'sup' &&
    others.length === 0 &&
    only?.type === 'element' &&
    only.properties['dataNote'] !== undefined
  );
}
