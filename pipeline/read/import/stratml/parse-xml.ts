/** XML text to elements with places, without document types and entities; repairs what real files get wrong. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { VFileMessage } from 'vfile-message';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { forbiddenInXml } from '../../../model/xml-characters.ts';
import type { Range, Tell } from '../notes.ts';
import { currentName } from './current-names.ts';
import { guardXml } from './guard-xml.ts';
import { XmlElement } from './xml-element.ts';

/** The document element; undefined where the text cannot be read, which a note explains. */
export function parseXml(text: string, tell: Tell): XmlElement | undefined {
  const looked = guardXml(text);
  if ('message' in looked) {
    tell('lost', looked.message, looked.at);
    return undefined;
  }
  if (looked.doctype !== undefined) {
    tell('lost', 'The DOCTYPE is passed over; StratML needs none.', looked.doctype);
  }
  const mended = mend(text, looked.doctype, tell);
  const tree = parse(mended.text, tell);
  const root = tree?.children.find((node): node is Element => node.type === 'element');
  return root && elementOf(root, undefined, { ...mended, tell });
}

/** A text that parses, of the same length, so that places stay right. */
interface Mended {
  readonly text: string;
  /** Stands for an ampersand that is none of XML's. */
  readonly ampersand: string;
}

/** XML's own references; every other ampersand is a sign that should have been written `&amp;`. */
const strayAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/gu;

function mend(text: string, doctype: Range | undefined, tell: Tell): Mended {
  const ampersand = unusedSign(text);
  let made = text.replace(/^\uFEFF/u, ' ').replace(/^\s*<\?xml\s[^>]*\?>/u, blank);
  if (doctype !== undefined) {
    const { start, end } = doctype;
    made = made.slice(0, start) + blank(made.slice(start, end)) + made.slice(end);
  }
  made = made.replace(forbiddenInXml, (sign, at: number) => {
    tell('repaired', 'A control character that XML does not allow is left out.', {
      start: at,
      end: at + 1,
    });
    return sign.replace(/./gu, ' ');
  });
  return { text: made.replace(strayAmpersand, ampersand), ampersand };
}

/** A private-use character that the text does not have. */
function unusedSign(text: string): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) return sign;
  }
  return '\uFFFD';
}

/** Space of the same length, with its line breaks. */
function blank(text: string): string {
  return text.replace(/[^\n\r]/gu, ' ');
}

function parse(text: string, tell: Tell): Root | undefined {
  try {
    return fromXml(text);
  } catch (error) {
    const offset = error instanceof VFileMessage ? (offsetOf(error) ?? 0) : 0;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = String(cause instanceof Error ? cause.message : cause).split('\n')[0] ?? '';
    tell('lost', `This is no well-formed XML, so nothing is read: ${sentence(reason)}`, {
      start: offset,
      end: offset,
    });
    return undefined;
  }
}

function offsetOf({ place }: VFileMessage): number | undefined {
  return place !== undefined && 'offset' in place ? place.offset : undefined;
}

function sentence(reason: string): string {
  return `${reason.replace(/\s*\(line \d+, column \d+\)\s*$/u, '').replace(/[.:]+$/u, '')}.`;
}

interface Making extends Mended {
  readonly tell: Tell;
}

function elementOf(node: Element, outer: string | undefined, making: Making): XmlElement {
  const at = {
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  };
  const [prefix, local] = node.name.includes(':') ? split(node.name) : ['', node.name];
  const namespace = namespaceOf(node, prefix) ?? outer;
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(node.attributes)) {
    if (/^xmlns(?::|$)|^xsi:|:schemaLocation$/u.test(name)) continue;
    const [, key] = name.includes(':') && !name.startsWith('xml:') ? split(name) : ['', name];
    attributes.set(currentName(key), restored(value ?? '', at, making));
  }
  const children: XmlElement[] = [];
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text' || child.type === 'cdata') text += child.value;
    else if (child.type === 'element') children.push(elementOf(child, namespace, making));
  }
  return new XmlElement({
    name: currentName(local),
    written: node.name,
    namespace,
    attributes,
    children,
    text: restored(text, at, making),
    at,
  });
}

function split(name: string): [string, string] {
  const at = name.indexOf(':');
  return [name.slice(0, at), name.slice(at + 1)];
}

function namespaceOf(node: Element, prefix: string): string | undefined {
  return node.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? undefined;
}

/** Text with its stray ampersands again, and with HTML's names such as `&nbsp;` as the signs they mean. */
function restored(text: string, at: Range, { ampersand, tell }: Making): string {
  if (!text.includes(ampersand)) return text;
  tell('repaired', 'An "&" stands here where XML wants "&amp;"; it is read as "&".', at);
  return text
    .replaceAll(ampersand, '&')
    .replace(/&([A-Za-z][A-Za-z\d]{1,30});/gu, (whole, name: string) => {
      const sign = decodeNamedCharacterReference(name);
      return sign === false ? whole : sign;
    });
}
