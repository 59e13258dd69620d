/** Long formulas that stand by themselves are set in several lines: no browser breaks one. */
import type { Element, ElementContent, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** About as many letters of a formula as a line holds. One that comes out wider is made smaller by the browser's side. */
const mostLetters = 42;

/** Lines end before relations, or before what adds and multiplies. */
const relations = new Set('=≠≈≡≔∼≃≤≥<>≪≫∈⊂⊆→←↔⇒⇐⇔↦∝');
const operations = new Set('+−-±∓·×⋅∪∩∧∨⊕⊗');

/** Breaks each formula of a block whose row is longer than a line, as authors do with rows of their own. */
export function breakFormulas(root: Root): void {
  visit(root, 'element', (node) => {
    if (node.tagName !== 'math' || node.properties['display'] !== 'block') return;
    const row = rowOf(node);
    const lines = linesOf(row.children);
    if (lines.length > 1) row.children = [table(lines)];
  });
}

/** The element whose children are the formula's row: within what only encloses. */
function rowOf(node: Element): Element {
  const elements = node.children.filter((child) => child.type === 'element');
  const [first] = elements;
  if (node.tagName === 'semantics' && first) return rowOf(first);
  const encloses = first && ['mrow', 'mstyle', 'semantics'].includes(first.tagName);
  return encloses && elements.length === 1 ? rowOf(first) : node;
}

/** As few lines as hold all, of which each ends before an operator: one that relates, where the line has such a one. */
function linesOf(row: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines: (readonly ElementContent[])[] = [];
  let rest = row;
  while (lettersOf(rest) > mostLetters) {
    const at = lastBefore(rest, relations, mostLetters / 3) ?? lastBefore(rest, operations, 1);
    if (at === undefined) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...lines, rest];
}

/** Where the last of the operators stands up to which a line holds everything. Not so few letters are left by themselves. */
function lastBefore(
  row: readonly ElementContent[],
  operators: ReadonlySet<string>,
  fewest: number,
): number | undefined {
  let last: number | undefined;
  let letters = 0;
  for (const [at, node] of row.entries()) {
    if (letters > mostLetters) break;
    if (letters > fewest && isOperator(node, operators)) last = at;
    letters += lettersOf([node]);
  }
  return last;
}

function isOperator(node: ElementContent, operators: ReadonlySet<string>): boolean {
  return node.type === 'element' && node.tagName === 'mo' && operators.has(textOf(node).trim());
}

/** How many letters wide, about: an operator has space around it, scripts are small, the longer part of a fraction counts. */
function lettersOf(nodes: readonly ElementContent[]): number {
  return nodes.reduce((sum, node) => sum + widthOf(node), 0);
}

function widthOf(node: ElementContent): number {
  if (node.type !== 'element') return 0;
  const elements = node.children.filter((child) => child.type === 'element');
  if (elements.length === 0) {
    const length = [...textOf(node).trim()].length;
    return node.tagName === 'mo' ? length + 0.7 : length;
  }
  const widths = elements.map((child) => widthOf(child));
  const [base = 0, ...others] = widths;
  if (node.tagName === 'mfrac' || node.tagName === 'mtable') return Math.max(...widths);
  if (/^m(?:sub|sup|subsup|multiscripts)$/u.test(node.tagName)) {
    return base + 0.7 * Math.max(0, ...others);
  }
  if (/^m(?:under|over|underover)$/u.test(node.tagName)) {
    return Math.max(base, ...others.map((width) => 0.7 * width));
  }
  return widths.reduce((sum, width) => sum + width, 0);
}

function textOf(node: Element): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** Lines below one another, the first at the start, the others indented. */
function table(lines: readonly (readonly ElementContent[])[]): Element {
  const rows = lines.map((line, at) => {
    const [first, ...others] = line;
    if (at === 0 || first?.type !== 'element') return tableRow(line);
    // At the beginning of a row an operator would be a sign.
    const operator = { ...first, properties: { ...first.properties, form: 'infix' } };
    return tableRow([element('mspace', { width: '1.5em' }, []), operator, ...others]);
  });
  return element('mtable', { className: ['lines'], displaystyle: 'true' }, rows);
}

function tableRow(line: readonly ElementContent[]): Element {
  return element('mtr', {}, [element('mtd', {}, [element('mrow', {}, [...line])])]);
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
