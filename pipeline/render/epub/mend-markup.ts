/** HTML that authors write may be anything; what an EPUB takes is strict. Whatever does not fit is changed to what does. */
import type { Element, ElementContent, Root } from 'hast';
import { walkElements } from '../../model/walk-elements.ts';
import { mendAttributes } from './mend-attributes.ts';

/** Changes the tree so that each element stands where XHTML allows it, with attributes whose values are allowed. */
export function mendMarkup(tree: Root): void {
  for (const child of tree.children) if (child.type === 'element') mendChildren(child, 'flow');
}

/** What may stand in an element: blocks and phrases, or phrases alone. */
type Room = 'flow' | 'phrases';

const phrases = setOf(
  'abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var',
);
const phrasesOnly = new Set([...phrases, ...setOf('p pre h1 h2 h3 h4 h5 h6')]);
const blocks = setOf(
  'aside blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li nav ol p pre section table tbody td tfoot th thead tr ul',
);
/** Elements that stand in certain others, and nowhere else. */
const homes: Readonly<Record<string, ReadonlySet<string>>> = {
  li: setOf('ul ol'),
  dt: setOf('dl'),
  dd: setOf('dl'),
  figcaption: setOf('figure'),
};

function mendChildren(parent: Element, room: Room): void {
  parent.children = parent.children.flatMap((child) =>
    child.type === 'element' ? mendElement(child, parent.tagName, room) : [child],
  );
}

/** The element, or what stands in its place. */
function mendElement(node: Element, home: string, room: Room): ElementContent[] {
  // Drawings and formulas are whole: model/safe-drawing.ts.
  if (node.tagName === 'svg' || node.tagName === 'math') return [node];
  mendAttributes(node);
  if (homes[node.tagName] && !homes[node.tagName]?.has(home)) rename(node, 'div');
  // Only items of an ordered list have a number.
  if (node.tagName === 'li' && home !== 'ol') delete node.properties['value'];
  if (room === 'phrases' && blocks.has(node.tagName)) asPhrase(node);
  if (node.tagName === 'ul' || node.tagName === 'ol') mendList(node);
  if (node.tagName === 'dl' && !isDefinitions(node)) rename(node, 'div');
  if (node.tagName === 'dfn') keepOuter(node);
  if (phrases.has(node.tagName) && room === 'flow' && holdsBlock(node)) {
    rename(node, 'div');
  }
  const behind = node.tagName === 'a' ? takeLinks(node) : [];
  mendChildren(node, phrasesOnly.has(node.tagName) ? 'phrases' : room);
  return [node, ...behind.flatMap((one) => mendElement(one, home, room))];
}

/** A link, or the call of a note, that stands in another link goes behind it. */
function takeLinks(link: Element): Element[] {
  const holdsLink = (node: Element): boolean =>
    node.tagName === 'a' || node.children.some((one) => one.type === 'element' && holdsLink(one));
  const taken: Element[] = [];
  link.children = link.children.filter((child) => {
    if (child.type !== 'element' || !holdsLink(child)) return true;
    taken.push(child);
    return false;
  });
  return taken;
}

function holdsBlock(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (blocks.has(child.tagName) || holdsBlock(child)),
  );
}

/** A block where only phrases may stand keeps its words. */
function asPhrase(node: Element): void {
  rename(node, 'span');
  node.children.push({ type: 'text', value: ' ' });
}

/** A definition stands in no other. */
function keepOuter(node: Element): void {
  walkElements(node, (inner) => {
    if (inner.tagName === 'dfn') rename(inner, 'span');
  });
}

/** Another element, with what every element may have. */
function rename(node: Element, tagName: 'div' | 'span'): void {
  const { id, lang, dir } = node.properties;
  node.tagName = tagName;
  node.properties = { ...(id && { id }), ...(lang && { lang }), ...(dir && { dir }) };
}

/** Whatever is no item of a list becomes one. */
function mendList(list: Element): void {
  list.children = list.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName === 'li') return [child];
    if (child.type === 'comment' || (child.type === 'text' && child.value.trim() === ''))
      return [child];
    return [{ type: 'element', tagName: 'li', properties: {}, children: [child] }];
  });
}

/** HTML, 4.4.9: terms and then their definitions, each at least once. */
function isDefinitions(list: Element): boolean {
  const kinds = list.children.map((child) => {
    if (child.type === 'element')
      return child.tagName === 'dt' ? 't' : child.tagName === 'dd' ? 'd' : 'x';
    return child.type === 'text' && child.value.trim() !== '' ? 'x' : '';
  });
  return /^(?:t+d+)+$/u.test(kinds.join(''));
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
