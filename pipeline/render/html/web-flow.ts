/** What the web edition adds to a flow: links on paragraph numbers, tables that scroll, images that load late. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Labels } from '../../model/edition.ts';
import type { Flow } from '../../model/resolved.ts';
import { adaptFlow, flowToHtml } from '../flow.ts';
import type { PageLinks } from './site.ts';

/** A flow as the HTML of a page, with its links as that page writes them. */
export function webFlow(
  flow: Flow,
  links: PageLinks & { src(assetPath: string): string },
  labels: Labels,
): string {
  const copy = adaptFlow(flow, {
    href: links.href,
    src: links.src,
    note: links.href,
    labels,
  });
  visit(copy, 'element', (node, index, parent) => {
    if (node.tagName === 'img') node.properties = { ...node.properties, loading: 'lazy' };
    const { id, dataParagraph } = node.properties;
    if (typeof id === 'string' && dataParagraph !== undefined) {
      node.children.unshift(numberLink(id, String(dataParagraph), labels));
    }
    if (node.tagName !== 'table' || index === undefined || !parent) return undefined;
    parent.children[index] = scrolling(node, labels);
    return [SKIP, index + 1];
  });
  return flowToHtml(copy);
}

function numberLink(id: string, number: string, labels: Labels): ElementContent {
  const { linkToParagraph = '' } = labels;
  return h(
    'a.paragraph-number',
    { href: `#${id}`, ariaLabel: linkToParagraph.replace('{number}', number) },
    number,
  );
}

/** A wide table scrolls by itself, also by keyboard, and leaves the page as narrow as it is. */
function scrolling(table: Element, labels: Labels): Element {
  const { table: name = '' } = labels;
  return h('div.table-scroll', { role: 'group', tabIndex: 0, ariaLabel: name }, table);
}
