/** A tree as the XHTML that reading systems and checkers accept. */
import type { Element, Nodes, Properties, Root } from 'hast';
import { find, html, type Schema, svg } from 'property-information';
import { forbiddenInXml } from '../../model/xml-characters.ts';

/**
 * The tree as an XHTML document, always well-formed XML: without comments, scripts' attributes and hints to a browser.
 * Written in one go; by way of an XML tree it took eight times as long.
 */
export function writeXhtml(tree: Root): string {
  // In running text "]]>" would end a CDATA section that was never begun (XML, 2.4).
  return `${declaration}\n${writeAll(tree, html)}\n`.replaceAll(']]>', ']]&gt;');
}

/** Without what XML 1.0 cannot hold (2.2, Char): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function xmlCharacters(text: string): string {
  return text.replace(forbiddenInXml, '');
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

function writeAll(parent: Root | Element, schema: Schema): string {
  let written = '';
  for (const child of parent.children) written += writeNode(child, schema);
  return written;
}

function writeNode(node: Nodes, schema: Schema): string {
  switch (node.type) {
    case 'element':
      return writeElement(node, node.tagName === 'svg' ? svg : schema);
    case 'text':
      return writeText(node.value);
    case 'doctype':
      return '<!DOCTYPE html>';
    default:
      return '';
  }
}

function writeElement(node: Element, schema: Schema): string {
  const start = `<${node.tagName}${writeAttributes(node, schema)}`;
  const content = writeAll(node, schema);
  return content === '' ? `${start} />` : `${start}>${content}</${node.tagName}>`;
}

/** The gaps that a template's tags leave become one line break. */
function writeText(text: string): string {
  if (text.includes('\n') && text.trim() === '') return '\n';
  return xmlCharacters(text).replace(/[&<]/gu, reference);
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}

/** HTML knows these by their names, XML by their namespaces. */
const namespaces: Readonly<Record<string, string>> = {
  html: 'http://www.w3.org/1999/xhtml',
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};

function writeAttributes({ tagName, properties }: Element, schema: Schema): string {
  const namespace = namespaces[tagName];
  let written = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  for (const name in properties) {
    // SVG 1.1 has xml:lang alone.
    if (name === 'lang' && schema === svg) continue;
    const known = name === 'className' ? undefined : nameOf(name, schema);
    if (known !== undefined) written += attribute(known.name, properties[name], known.boolean);
    if (name === 'className') written += attribute('class', classesOf(properties));
  }
  const { className, align, vAlign, xmlLang, lang = xmlLang } = properties;
  if (!className && (align || vAlign)) written += attribute('class', classesOf(properties));
  if (typeof lang === 'string') written += attribute('xml:lang', lang);
  if (tagName === 'html') written += ' xmlns:epub="http://www.idpf.org/2007/ops"';
  return written;
}

/** The classes, with those that stand for alignment. */
function classesOf({ className, align, vAlign }: Properties): readonly (string | number)[] {
  return [
    ...(Array.isArray(className) ? className : []),
    ...(align ? [`align-${align}`] : []),
    ...(vAlign ? [`valign-${vAlign}`] : []),
  ];
}

function attribute(
  name: string,
  value: Properties[string] | readonly (string | number)[],
  boolean = false,
): string {
  if (value === false || value === null || value === undefined) return '';
  if (boolean && !value) return '';
  const text = value === true || boolean ? '' : Array.isArray(value) ? value.join(' ') : `${value}`;
  return ` ${name}="${xmlCharacters(text).replace(/[&<"]/gu, reference)}"`;
}

interface AttributeName {
  readonly name: string;
  readonly boolean: boolean;
}

/** Names that were met, by the vocabulary: a long book has a few dozen of them. */
const met = new Map<Schema, Map<string, AttributeName | undefined>>();

/** The attribute for a property; undefined for one that a book does not have. */
function nameOf(property: string, schema: Schema): AttributeName | undefined {
  const names = met.get(schema) ?? new Map<string, AttributeName | undefined>();
  met.set(schema, names);
  if (!names.has(property)) {
    const { attribute: name, boolean } = find(schema, property);
    const fits = xmlName.test(name) && !unwanted.test(name.toLowerCase()) && !given.test(name);
    names.set(property, fits ? { name, boolean } : undefined);
  }
  return names.get(property);
}

/** What HTML has and an EPUB content document must not have: scripts' attributes, and hints to a browser. */
const unwanted =
  /^(?:on[a-z].*|nonce|contenteditable|loading|decoding|fetchpriority|align|valign|data-.*)$/u;

/** What is written where it belongs, whoever wrote it too. */
const given = /^(?:xmlns(?::epub)?|xml:lang)$/u;

/** A name that XML takes, with no prefix but those that every document may use. */
const xmlName = /^(?:(?:xml|xmlns|xlink|epub):)?[\p{L}_][\p{L}\p{N}._-]*$/u;
