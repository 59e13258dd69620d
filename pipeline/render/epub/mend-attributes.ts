/** Attributes whose values an EPUB takes: checkers refuse what browsers forgive. */
import type { Element } from 'hast';
import { mendAddress } from './mend-address.ts';

/** The values that are allowed, by attribute (as hast names it) or by element and attribute. */
const allowed: Readonly<Record<string, RegExp>> = {
  lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u,
  dir: /^(?:ltr|rtl|auto)$/u,
  'ol.type': /^[1AaIi]$/u,
  start: /^-?\d{1,9}$/u,
  'li.value': /^-?\d{1,9}$/u,
  colSpan: /^[1-9]\d{0,2}$/u,
  rowSpan: /^\d{1,4}$/u,
  // EPUBCheck 4.2.6 knows no such attribute.
  abbr: /^(?!)/u,
  scope: /^(?:row|col|rowgroup|colgroup)$/u,
  width: /^\d{1,6}$/u,
  height: /^\d{1,6}$/u,
};

/** Drops what is not allowed; an address that cannot be one is dropped with its link, whose words stay. */
export function mendAttributes(node: Element): void {
  const { properties, tagName } = node;
  for (const [name, value] of Object.entries(properties)) {
    const pattern = allowed[name] ?? allowed[`${tagName}.${name}`];
    if (pattern && !pattern.test(String(value))) delete properties[name];
  }
  if (tagName === 'bdo' && properties['dir'] === undefined) node.tagName = 'span';
  for (const name of ['href', 'cite']) {
    const address = properties[name];
    if (typeof address !== 'string' || !/^[a-z][a-z0-9+.-]*:/iu.test(address)) continue;
    const mended = mendAddress(address);
    if (mended !== undefined) properties[name] = mended;
    else delete properties[name];
  }
  if (tagName === 'a' && properties['href'] === undefined) {
    node.tagName = 'span';
    node.properties = { ...(properties['id'] && { id: properties['id'] }) };
  }
}
