/** StratML with everything taken away that an import's report says is not kept: what must be equal after a round trip. */
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { childOrder } from '../../pipeline/model/stratml.ts';
import { currentName } from '../../pipeline/read/import/stratml/current-names.ts';

/** One line an element: its path, its attributes, and its text. Order is the standard's, and the document's among equals. */
export function canonical(xml: string): string[] {
  const tree = fromXml(xml.replace(/^\uFEFF?\s*/u, ''));
  const root = tree.children.find((node): node is Element => node.type === 'element');
  return root === undefined ? [] : linesOf(simple(root), '');
}

interface Simple {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly text: string;
  readonly children: readonly Simple[];
}

/** Elements whose description is a line of a table or a list, so that its paragraphs are joined. */
const inLines = new Set(['TargetResult', 'ActualResult', 'Role', 'Relationship', 'Value']);

function simple(element: Element, parent = ''): Simple {
  const name = local(element.name);
  const order = childOrder[name] ?? [];
  const children = element.children
    .filter((child): child is Element => child.type === 'element')
    .map((child) => simple(child, name))
    .filter((child) => !isShell(child))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const text = element.children
    .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
    .join('');
  const attributes = Object.entries(element.attributes)
    .filter(([key, value]) => !/^xmlns|^xsi:/u.test(key) && value?.trim())
    .map(([key, value]) => `${local(key)}=${value}`)
    .sort();
  return {
    name,
    attributes,
    text:
      children.length > 0
        ? ''
        : inLines.has(parent)
          ? tidied(name, text).replace(/\s*\n\s*/gu, ' ')
          : tidied(name, text),
    children,
  };
}

function local(name: string): string {
  return currentName(name.slice(name.indexOf(':') + 1));
}

/** White space as the report says; what only holds a place is nothing; ids with the underscore they need. */
function tidied(name: string, text: string): string {
  const lines = text
    .replace(/\s+\^\^(?:\s+|$)/gu, '\n\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  if (/^\[to be [^\]]*\]$|^tbd$/iu.test(lines)) return '';
  if (name === 'Identifier') return /^\d/u.test(lines) ? `_${lines}` : lines;
  return lines;
}

/** Nothing in it, nor in its children; an id alone names nothing. */
function isShell({ name, text, children, attributes }: Simple): boolean {
  if (name === 'Relationship') return children.every((child) => child.name === 'Identifier');
  const bare = attributes.every((one) => !/^(?:Value|Performance)/u.test(one));
  return text === '' && children.length === 0 && bare;
}

function linesOf(node: Simple, above: string): string[] {
  const path = `${above}/${node.name}`;
  const own = [path, ...node.attributes, node.text].filter((one) => one !== '').join(' ');
  return [own, ...node.children.flatMap((child) => linesOf(child, path))];
}
