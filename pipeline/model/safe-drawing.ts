/**
 * Drawings and formulas that a source may carry: a static subset of SVG 2 and of MathML Core, by lists of elements,
 * attributes and values. Nothing in them runs, moves, links, or is loaded from anywhere.
 */
import type { Element, ElementContent, Properties, Root } from 'hast';

import { toString as hastText } from 'hast-util-to-string';
import type { Options } from 'rehype-sanitize';

type Attributes = NonNullable<Options['attributes']>[string];

const length = /^-?\d{0,6}(?:\.\d{1,6})?(?:px|em|ex|pt|mm|cm|in|%)?$/u;
const numbers = /^[\d\s,.eE+-]{1,2000}$/u;
const word = /^[a-z-]{1,30}$/u;
const color = /^(?:[a-zA-Z]{1,30}|#[\da-fA-F]{3,8}|(?:rgb|hsl)a?\([\d\s,.%/]{1,60}\))$/u;

const paint: Attributes = [
  ['fill', color],
  ['stroke', color],
  ['fillOpacity', numbers],
  ['fillRule', word],
  ['opacity', numbers],
  ['strokeDashArray', numbers],
  ['strokeDashOffset', length],
  ['strokeLineCap', word],
  ['strokeLineJoin', word],
  ['strokeMiterLimit', numbers],
  ['strokeOpacity', numbers],
  ['strokeWidth', length],
  ['transform', /^[a-zA-Z\d\s,.()+-]{1,500}$/u],
];

function lengths(names: string): Attributes {
  return names.split(' ').map((name): [string, RegExp] => [name, length]);
}

const lettering: Attributes = [
  ...lengths('fontSize letterSpacing'),
  ['dominantBaseline', word],
  ['fontStyle', word],
  ['fontWeight', /^(?:[a-z]{1,10}|\d{3})$/u],
  ['textAnchor', word],
  ...(['x', 'y', 'dx', 'dy', 'rotate'] as const).map((name): [string, RegExp] => [name, numbers]),
];

const svgAttributes: Readonly<Record<string, Attributes>> = {
  svg: [
    ...lengths('width height x y'),
    ['viewBox', numbers],
    ['preserveAspectRatio', /^[a-zA-Z ]{1,30}$/u],
    ['role', 'img'],
    'ariaLabel',
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ...paint,
  ],
  g: [...paint, ...lettering],
  path: [['d', /^[MmZzLlHhVvCcSsQqTtAa\d\s,.eE+-]*$/u], ...paint],
  rect: [...lengths('x y width height rx ry'), ...paint],
  circle: [...lengths('cx cy r'), ...paint],
  ellipse: [...lengths('cx cy rx ry'), ...paint],
  line: [...lengths('x1 x2 y1 y2'), ...paint],
  polyline: [['points', /^[\d\s,.eE+-]*$/u], ...paint],
  polygon: [['points', /^[\d\s,.eE+-]*$/u], ...paint],
  text: [...paint, ...lettering],
  tspan: [...paint, ...lettering],
  title: [],
  desc: [],
};

const flag = /^(?:true|false)$/u;
const displayed: Attributes = [
  ['displaystyle', flag],
  ['scriptlevel', /^[+-]?\d{1,2}$/u],
];
const accents: Attributes = [
  ['accent', flag],
  ['accentunder', flag],
];
const mathAttributes: Readonly<Record<string, Attributes>> = {
  math: [
    ['display', 'block', 'inline'],
    'alttext',
    ['xmlns', 'http://www.w3.org/1998/Math/MathML'],
    ...displayed,
  ],
  mi: [['mathvariant', 'normal']],
  mn: [],
  mo: [
    ['form', 'prefix', 'infix', 'postfix'],
    ...['fence', 'separator', 'stretchy', 'symmetric', 'largeop', 'movablelimits'].map(
      (name): [string, RegExp] => [name, flag],
    ),
    ...lengths('lspace rspace maxsize minsize'),
  ],
  ms: [],
  mtext: [],
  mspace: lengths('width height depth'),
  mrow: [],
  mfrac: lengths('linethickness'),
  msqrt: [],
  mroot: [],
  mstyle: displayed,
  mpadded: lengths('width height depth lspace voffset'),
  mphantom: [],
  msub: [],
  msup: [],
  msubsup: [],
  munder: accents,
  mover: accents,
  munderover: accents,
  mmultiscripts: [],
  mprescripts: [],
  none: [],
  mtable: displayed,
  mtr: [],
  mtd: [
    ['columnspan', /^[1-9]\d?$/u],
    ['rowSpan', /^[1-9]\d?$/u],
  ],
};

/** For the sanitiser's schema: elements, their attributes, and within what they stand. */
export const safeDrawing = {
  tagNames: [...Object.keys(svgAttributes), ...Object.keys(mathAttributes)],
  attributes: { ...svgAttributes, ...mathAttributes },
  ancestors: Object.fromEntries(
    [
      ...Object.keys(svgAttributes).map((name) => [name, ['svg']] as const),
      ...Object.keys(mathAttributes).map((name) => [name, ['math']] as const),
    ].filter(([name]) => name !== 'svg' && name !== 'math'),
  ),
} satisfies Options;

/** What a drawing shows, in words: its label, else its title; empty where it has neither. */
export function wordsOf({ properties, children }: Element): string {
  const label = String(properties['ariaLabel'] ?? '').trim();
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  return label === '' && title !== undefined ? hastText(title).trim() : label;
}

/**
 * Sanitised drawings and formulas made whole: nothing in them is of another vocabulary, text stands only where it is
 * shown, each drawing is a picture to a screen reader, and each formula has the parts that it needs.
 */
export function closeDrawings(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'svg') closeSvg(child);
    else if (child.tagName === 'math') closeMath(child);
    else closeDrawings(child);
  }
}

function closeSvg(svg: Element): void {
  svg.properties['role'] = 'img';
  keepSvg(svg);
}

const described = ['title', 'desc'];
const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const group = new Set([...described, ...shapes, 'g', 'text']);

/** What may stand in which element of a drawing (SVG 1.1, which checkers of books go by). */
const contents: Readonly<Record<string, ReadonlySet<string>>> = {
  svg: group,
  g: group,
  text: new Set([...described, 'tspan']),
  tspan: new Set([...described, 'tspan']),
  ...Object.fromEntries(shapes.map((name) => [name, new Set(described)])),
};

/** Elements in which text is text. */
const worded = new Set([...described, 'text', 'tspan']);

/** Attributes without which a shape is none. */
const needed: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['width', 'height'],
  circle: ['r'],
  ellipse: ['rx', 'ry'],
  polyline: ['points'],
  polygon: ['points'],
};

function keepSvg(node: Element): void {
  dropHtmlAttributes(node);
  node.children = node.children.filter((child) => {
    if (child.type === 'text') return worded.has(node.tagName) || child.value.trim() === '';
    if (child.type !== 'element' || !contents[node.tagName]?.has(child.tagName)) return false;
    return needed[child.tagName]?.every((name) => name in child.properties) ?? true;
  });
  for (const child of node.children) if (child.type === 'element') keepSvg(child);
}

const tokens = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
/** MathML Core, 3: elements that need so many children. */
const arity: Readonly<Record<string, number>> = {
  mspace: 0,
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

/** What stands only among scripts before and after a base: where those before begin, and the place of one that is not there. */
const amongScripts = new Set(['mprescripts', 'none']);

/**
 * MathML Core, 3.4.3: a base, pairs of scripts after it, and after one `mprescripts` pairs before it. The place of a
 * script that is not there is an empty row, as browsers and checkers of books take it.
 */
function closeScripts(node: Element): void {
  const [base, ...scripts] = node.children.map((child) =>
    child.type === 'element' && child.tagName === 'none' ? emptyRow() : child,
  );
  const isDivider = (child: ElementContent) =>
    child.type === 'element' && child.tagName === 'mprescripts';
  const at = scripts.findIndex(isDivider);
  const after = at === -1 ? scripts : scripts.slice(0, at);
  const before = at === -1 ? [] : scripts.slice(at + 1);
  const fits =
    base !== undefined &&
    ![base, ...before].some(isDivider) &&
    after.length % 2 === 0 &&
    before.length % 2 === 0;
  node.children = [...(base ? [base] : []), ...scripts];
  if (fits) return;
  rename(node);
  node.children = node.children.filter((child) => !isDivider(child));
}

function emptyRow(): Element {
  return { type: 'element', tagName: 'mrow', properties: {}, children: [] };
}

/** Parts of a table stand in it, or are rows of signs. */
const homes: Readonly<Record<string, string>> = { mtr: 'mtable', mtd: 'mtr' };

function closeMath(node: Element): void {
  dropHtmlAttributes(node);
  if (tokens.has(node.tagName)) {
    node.children = [{ type: 'text', value: hastText(node) }];
    return;
  }
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return child.value.trim() === '' ? [] : [inText(child.value)];
    if (child.type !== 'element' || child.tagName === 'math') return [];
    if (!(child.tagName in mathAttributes)) return [inText(hastText(child))];
    if (amongScripts.has(child.tagName)) {
      return node.tagName === 'mmultiscripts' ? [{ ...child, properties: {}, children: [] }] : [];
    }
    const home = homes[child.tagName];
    if (home !== undefined && home !== node.tagName) rename(child);
    closeMath(child);
    return [child];
  });
  if (node.tagName === 'mtable') node.children = node.children.map((row) => within('mtr', row));
  if (node.tagName === 'mtr') node.children = node.children.map((cell) => within('mtd', cell));
  if (node.tagName === 'mmultiscripts') closeScripts(node);
  const parts = arity[node.tagName];
  if (parts !== undefined && node.children.length !== parts) rename(node);
}

function rename(node: Element): void {
  node.tagName = 'mrow';
  node.properties = {};
}

function within(tagName: 'mtr' | 'mtd', node: ElementContent): Element {
  if (node.type === 'element' && node.tagName === tagName) return node;
  const inside = tagName === 'mtr' ? within('mtd', node) : node;
  return { type: 'element', tagName, properties: {}, children: [inside] };
}

function inText(value: string): Element {
  return { type: 'element', tagName: 'mtext', properties: {}, children: [{ type: 'text', value }] };
}

/** What HTML's elements may have and these may not. */
function dropHtmlAttributes(node: Element): void {
  const { title: _title, dir: _dir, lang: _lang, ...rest }: Properties = node.properties;
  node.properties = rest;
}
