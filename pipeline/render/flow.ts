/** Flows, the edition-neutral text of a resolved plan, turned into an edition's own markup. */
import type { Element, ElementContent, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Labels } from '../model/edition.ts';
import type { Flow } from '../model/resolved.ts';
import { walkElements } from '../model/walk-elements.ts';

/** Where an edition puts what a flow points to, and its words: the four marks of model/resolved.ts. */
export interface FlowLinks {
  /** The address of the block with this anchor, as seen from where the flow will stand. */
  href(anchor: string): string;
  /** The address of the asset with this path. */
  src(assetPath: string): string;
  /** The address of the note with this anchor. */
  note(anchor: string): string;
  /** The words for captions, in the plan's language. */
  readonly labels: Labels;
}

const writer = unified().use(rehypeStringify);

/** A copy of the flow with its marks turned into links and words; the flow itself stays as it is. */
export function adaptFlow(flow: Flow, links: FlowLinks): Flow {
  const copy = copyFlow(flow);
  walkElements(copy, (node) => {
    mark(node, 'dataTarget', 'href', links.href);
    mark(node, 'dataNote', 'href', links.note);
    mark(node, 'dataAsset', 'src', links.src);
    caption(node, links.labels);
  });
  return copy;
}

/** A copy whose elements, their properties and their lists of children are its own. */
export function copyFlow(flow: Flow): Flow {
  return { ...flow, children: copyAll(flow.children) };
}

function copyAll<Node extends RootContent | ElementContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) =>
    node.type === 'element'
      ? { ...node, properties: { ...node.properties }, children: copyAll(node.children) }
      : { ...node },
  );
}

function mark(node: Element, from: string, to: string, address: (value: string) => string): void {
  const { [from]: value, ...rest } = node.properties;
  if (typeof value === 'string') node.properties = { ...rest, [to]: address(value) };
}

/** "Table 3. " before the caption's own text. */
function caption(node: Element, labels: Labels): void {
  const { dataCaption: kind, dataNumber: number } = node.properties;
  if (typeof kind !== 'string' || typeof number !== 'string') return;
  node.properties = { className: ['caption-label'] };
  node.children = [{ type: 'text', value: `${labels[kind] ?? ''} ${number}. ` }];
}

/** A flow as HTML text; empty for an empty flow. */
export function flowToHtml(flow: Flow): string {
  return writer.stringify(flow);
}
