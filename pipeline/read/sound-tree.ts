/** Whether a value is a tree as parsing makes it: what was kept on disk may be anything. */
import type { Nodes, Root } from 'mdast';

/** What nodes of each type have beside children, and must have. */
const needs: Readonly<Record<Nodes['type'], Readonly<Record<string, 'string' | 'number'>>>> = {
  blockquote: {},
  break: {},
  code: { value: 'string' },
  definition: { identifier: 'string', url: 'string' },
  delete: {},
  emphasis: {},
  footnoteDefinition: { identifier: 'string' },
  footnoteReference: { identifier: 'string' },
  heading: { depth: 'number' },
  html: { value: 'string' },
  image: { url: 'string' },
  imageReference: { identifier: 'string' },
  inlineCode: { value: 'string' },
  link: { url: 'string' },
  linkReference: { identifier: 'string' },
  list: {},
  listItem: {},
  paragraph: {},
  root: {},
  strong: {},
  table: {},
  tableCell: {},
  tableRow: {},
  text: { value: 'string' },
  thematicBreak: {},
  yaml: { value: 'string' },
};

/** Types that have no children. */
const leaves = new Set<string>([
  ...['break', 'code', 'definition', 'footnoteReference', 'html', 'image', 'imageReference'],
  ...['inlineCode', 'text', 'thematicBreak', 'yaml'],
]);

/** The number of nodes in a tree of so many levels at most; undefined where the value is no such tree. */
export function nodesIn(value: unknown, levels: number): number | undefined {
  return isRoot(value) ? count(value, levels) : undefined;
}

function isRoot(value: unknown): value is Root {
  return isObject(value) && value['type'] === 'root';
}

function count(node: unknown, levels: number): number | undefined {
  if (levels === 0 || !isObject(node)) return undefined;
  const { type, children, align, ...fields } = node;
  const needed = typeof type === 'string' && isType(type) ? needs[type] : undefined;
  if (needed === undefined || (align !== undefined && !isAlign(align))) return undefined;
  if (Object.entries(needed).some(([name, kind]) => typeof fields[name] !== kind)) return undefined;
  // Of the rest, such as titles, each is a text, a number, a yes or no, or nothing.
  if (Object.values(fields).some((one) => typeof one === 'object' && one !== null))
    return undefined;
  if (children === undefined) return leaves.has(String(type)) ? 1 : undefined;
  if (!Array.isArray(children) || leaves.has(String(type))) return undefined;
  let all = 1;
  for (const child of children) {
    const below = count(child, levels - 1);
    if (below === undefined) return undefined;
    all += below;
  }
  return all;
}

function isType(type: string): type is Nodes['type'] {
  return Object.hasOwn(needs, type);
}

function isAlign(value: unknown): boolean {
  const known = [null, 'left', 'right', 'center'];
  return Array.isArray(value) && value.every((one) => known.includes(one));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
