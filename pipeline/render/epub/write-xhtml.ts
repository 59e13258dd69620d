/** HTML, as templates and flows give it, turned into the XHTML that reading systems and checkers accept. */
import type { Element, Properties, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';

const parser = unified().use(rehypeParse);

/** An HTML document as a tree. Parsing HTML never fails, so neither does a slip in a template. */
export function parseHtml(html: string): Root {
  return parser.parse(html);
}

/** The tree as an XHTML document, always well-formed XML. The tree is changed on the way. */
export function writeXhtml(tree: Root): string {
  visit(tree, (node, index, parent) => {
    if (node.type === 'comment' && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'text') node.value = quiet(xmlCharacters(node.value));
    if (node.type === 'element') adaptElement(node);
    return undefined;
  });
  const xml = toXml(toXast(tree), { closeEmptyElements: true });
  // In running text "]]>" would end a CDATA section that was never begun; the writer escapes only "<" and "&".
  return `${declaration}\n${xml.replaceAll(']]>', ']]&gt;')}\n`;
}

/** The gaps that a template's tags leave, as one line break. */
function quiet(text: string): string {
  return text.includes('\n') && text.trim() === '' ? '\n' : text;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** Without what XML 1.0 cannot hold (2.2, Char): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

/** What HTML has and an EPUB content document must not have: scripts' attributes, and hints to a browser. */
const unwanted =
  /^(?:on[a-z].*|nonce|contenteditable|loading|decoding|fetchpriority|align|valign|data-.*)$/u;

/** A name that XML takes, with no prefix but those that every document may use. */
const xmlName = /^(?:(?:xml|xmlns|xlink|epub):)?[\p{L}_][\p{L}\p{N}._-]*$/u;

/** HTML knows these by their names, XML by their namespaces. */
const namespaces: Readonly<Record<string, string>> = {
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};

function adaptElement(node: Element): void {
  const { align, vAlign, lang, className } = node.properties;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (unwanted.test(name.replace(/^data[A-Z]/u, 'data-').toLowerCase())) continue;
    if (!xmlName.test(name)) continue;
    properties[name] = typeof value === 'string' ? xmlCharacters(value) : value;
  }
  const classes = [
    ...(Array.isArray(className) ? className : []),
    ...(align ? [`align-${align}`] : []),
    ...(vAlign ? [`valign-${vAlign}`] : []),
  ];
  if (classes.length > 0) properties['className'] = classes.map((name) => xmlCharacters(`${name}`));
  if (typeof lang === 'string') properties['xmlLang'] = xmlCharacters(lang);
  if (node.tagName === 'html') properties['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  const namespace = namespaces[node.tagName];
  if (namespace !== undefined) properties['xmlns'] = namespace;
  node.properties = properties;
  if (node.tagName === 'input') asCheckbox(node);
}

/** The box of a task list: reading systems have no forms. */
function asCheckbox(node: Element): void {
  const done = node.properties['checked'] === true;
  node.tagName = 'span';
  node.properties = { className: ['checkbox'], role: 'img', ariaLabel: done ? '☑' : '☐' };
  node.children = [{ type: 'text', value: done ? '☑' : '☐' }];
}
