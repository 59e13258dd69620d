/** Text as other pages quote it: without ids, paragraph numbers and calls of notes. */
import type { Element, RootContent } from 'hast';
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
  quote(copy);
  return copy;
}

function quote(node: Flow | Element): void {
  // The filter keeps the list's type, whichever of the two it is.
  if (node.type === 'root') node.children = node.children.filter((child) => !isNoteCall(child));
  else node.children = node.children.filter((child) => !isNoteCall(child));
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const { id: _, dataParagraph: __, ...rest } = child.properties;
    child.properties = rest;
    quote(child);
  }
}

/** A call, or what holds nothing but one. */
function isNoteCall(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  if (node.properties['dataNote'] !== undefined) return true;
  const [only, ...others] = node.children;
  return (
    node.tagName === 'sup' &&
    others.length === 0 &&
    only?.type === 'element' &&
    only.properties['dataNote'] !== undefined
  );
}
