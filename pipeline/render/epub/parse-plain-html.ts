/**
 * A document of plain HTML as a tree, in a fifth of the time of an HTML parser: what our own templates print is closed
 * where it was opened, and needs none of the rules by which HTML mends what was not. Whatever could need one is left.
 */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';

/** The tree that parse5 would give (HTML, 13.2); undefined for all that is not plain. */
export function parsePlainHtml(html: string): Root | undefined {
  if (unusual.test(html)) return undefined;
  const start = /^\s*<!DOCTYPE html>/u.exec(html)?.[0];
  if (start === undefined) return undefined;
  const open: Opened[] = [];
  let tree: Element | undefined;
  const add = (node: ElementContent) => open.at(-1)?.children.push(node);
  token.lastIndex = start.length;
  while (token.lastIndex < html.length) {
    const found = token.exec(html);
    if (found === null) return undefined;
    const { text, comment, closed, opened, attributes = '' } = found.groups ?? {};
    const parent = open.at(-1);
    if (text !== undefined) {
      if (!addText(text, parent, tree)) return undefined;
    } else if (comment !== undefined) {
      if (parent === undefined || !holdsText(parent.tagName)) return undefined;
      add({ type: 'comment', value: comment });
    } else if (opened !== undefined) {
      if (tree !== undefined || !mayOpen(opened, open)) return undefined;
      const properties = readAttributes(attributes);
      if (properties === undefined) return undefined;
      if (voids.has(opened)) add(h(opened, properties));
      else open.push({ tagName: opened, properties, children: [] });
    } else {
      if (parent === undefined || parent.tagName !== closed) return undefined;
      open.pop();
      const node = h(parent.tagName, parent.properties, parent.children);
      if (open.length > 0) add(node);
      else tree = node;
    }
  }
  if (tree === undefined) return undefined;
  return { type: 'root', children: [{ type: 'doctype' }, tree], data: { quirksMode: false } };
}

interface Opened {
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly children: ElementContent[];
}

/** Signs that HTML reads in ways of its own, and references that Liquid does not write. */
const unusual = /[\0\r]|&(?!(?:amp|lt|gt|quot|#34|#39);)/u;

const token =
  /(?<text>[^<]+)|<!--(?<comment>flow \d+)-->|<\/(?<closed>[a-z][a-z0-9]*)>|<(?<opened>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-z][a-z:-]*="[^"]*")*)\s*>/uy;

const oneAttribute = /\s+([a-z][a-z:-]*)="([^"]*)"/gu;

const voids = setOf('br hr img link meta');
const headings = setOf('h1 h2 h3 h4 h5 h6');
/** Elements that end a paragraph. */
const blocks = new Set([
  ...headings,
  ...setOf('article aside blockquote dd div dl dt figcaption figure footer header hr li nav ol p'),
  ...setOf('section ul'),
]);
const phrases = setOf('a abbr b bdi br cite code em i img q s small span strong sub sup time');
/** Elements that stand in certain others, and nowhere else. */
const homes: Readonly<Record<string, ReadonlySet<string>>> = {
  head: setOf('html'),
  body: setOf('html'),
  title: setOf('head'),
  link: setOf('head'),
  meta: setOf('head'),
  li: setOf('ol ul'),
  dt: setOf('dl'),
  dd: setOf('dl'),
};

/** Whether HTML puts the element where it is written, and closes nothing for it. */
function mayOpen(tagName: string, open: readonly Opened[]): boolean {
  const parent = open.at(-1);
  if (parent === undefined) return tagName === 'html';
  const home = homes[tagName];
  if (home !== undefined && !home.has(parent.tagName)) return false;
  if (tagName === 'head') return parent.children.length === 0;
  if (tagName === 'body') return parent.children.some((one) => isElement(one, 'head'));
  if (parent.tagName === 'head') return home !== undefined;
  if (!holdsText(parent.tagName) || parent.tagName === 'title') return false;
  if (blocks.has(tagName)) {
    const isInParagraph = open.some((one) => one.tagName === 'p');
    return !isInParagraph && !(headings.has(tagName) && headings.has(parent.tagName));
  }
  return phrases.has(tagName) && !(tagName === 'a' && open.some((one) => one.tagName === 'a'));
}

function holdsText(tagName: string): boolean {
  return tagName !== 'html' && tagName !== 'head';
}

/** False for text where none may be. Spaces around the head and behind the body go where HTML has them. */
function addText(text: string, parent: Opened | undefined, tree: Element | undefined): boolean {
  const value = decoded(text);
  if (parent !== undefined && holdsText(parent.tagName)) {
    parent.children.push({ type: 'text', value });
    return true;
  }
  if (/[^\t\n\f ]/u.test(text)) return false;
  const children = parent?.children ?? tree?.children ?? [];
  const body = children.find((one) => isElement(one, 'body'));
  const holder = body?.children ?? children;
  // Before the head they are nothing.
  if (parent?.tagName === 'head' || children.length > 0) appendText(holder, value);
  return true;
}

function appendText(children: ElementContent[], value: string): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else children.push({ type: 'text', value });
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

/** Undefined where a name stands twice. */
function readAttributes(written: string): Readonly<Record<string, string>> | undefined {
  const read: Record<string, string> = {};
  if (written === '') return read;
  for (const [, name = '', value = ''] of written.matchAll(oneAttribute)) {
    if (name in read) return undefined;
    read[name] = decoded(value);
  }
  return read;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|(\w+));/gu, (_, number: string | undefined, name: string) =>
    number === undefined ? (signs[name] ?? '') : String.fromCharCode(Number(number)),
  );
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
