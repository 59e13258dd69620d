/** A drawing without what runs, what leads out of the book, and what only some reading systems can read. */

import { visit } from 'unist-util-visit';
import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

/** The drawing written anew; undefined where it is no SVG that can be read: entities of its own are refused, never expanded. */
export function cleanSvg(bytes: Uint8Array): Uint8Array | undefined {
  let root: Root;
  try {
    root = fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const drawing = root.children.find((child) => child.type === 'element');
  if (drawing?.type !== 'element' || local(drawing.name) !== 'svg') return undefined;
  clean(drawing);
  return new TextEncoder().encode(
    toXml({ type: 'root', children: [drawing] }, { closeEmptyElements: true }),
  );
}

const unwanted = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
]);

function clean(node: Element): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    const leads = /(?:^|:)(?:href|src|base)$/iu.test(name);
    const inside = /^\s*(?:#|data:image\/(?:png|jpe?g|gif);)/iu.test(value ?? '');
    if (/^on/iu.test(name) || (leads && !inside) || leadsOut(value ?? '')) {
      delete node.attributes[name];
    }
  }
  // A link in a picture cannot be followed.
  if (local(node.name) === 'a') node.name = node.name.replace(/a$/u, 'g');
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element')
      return child.type === 'text' || child.type === 'cdata' ? [child] : [];
    if (unwanted.has(local(child.name))) return [];
    if (local(child.name) === 'style' && leadsOut(textOf(child))) return [];
    clean(child);
    return [child];
  });
}

/** Style that asks for something outside: `url(#a)` is inside, `url(https://…)` and `@import` are not. */
function leadsOut(style: string): boolean {
  return /@import|url\(\s*(?!["']?\s*(?:#|data:image\/))|javascript:|\\/iu.test(style);
}

function textOf(node: Element): string {
  let text = '';
  visit(node, (one) => {
    if (one.type === 'text' || one.type === 'cdata') text += one.value;
  });
  return text;
}

function local(name: string): string {
  return name.replace(/^.*:/u, '').toLowerCase();
}
