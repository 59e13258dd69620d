/** An element tree as the text of an XML file: a line an element, text as it is. */
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { forbiddenInXml } from '../../model/xml-characters.ts';

/** The file's text, with an XML declaration and a line break at the end. `lose` is told of each character left out. */
export function writeXml(root: Element, lose: (sign: string) => void): string {
  const tree: Root = { type: 'root', children: [indented(root, 0)] };
  const text = toXml(tree, { closeEmptyElements: true, tightClose: true })
    .replaceAll('&#x26;', '&amp;')
    .replaceAll('&#x3C;', '&lt;')
    .replaceAll('&#x3E;', '&gt;')
    .replace(forbiddenInXml, (sign) => {
      lose(sign);
      return '';
    });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

/** The element with each of its elements in a line of its own; text is left as it is. */
function indented(element: Element, level: number): Element {
  const children = element.children.filter((child) => child.type === 'element');
  if (children.length === 0) return element;
  const line = (depth: number) => ({ type: 'text' as const, value: `\n${'  '.repeat(depth)}` });
  const inside = children.flatMap((child) => [line(level + 1), indented(child, level + 1)]);
  return x(element.name, element.attributes, [...inside, line(level)]);
}
