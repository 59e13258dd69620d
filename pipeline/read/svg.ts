/**
 * What makes an SVG picture unfit to be shown. On a site it can be opened by itself, and then its scripts run; in a
 * book and a print nothing outside them may be loaded. Pictures are refused rather than mended: what is taken out
 * of a drawing could be what it shows.
 */
import { VFileMessage } from 'vfile-message';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { origin, type Point } from '../model/place.ts';

/** Something in a picture, and where it stands. */
export interface SvgFault {
  readonly rule: 'unsafe-svg' | 'broken-image';
  readonly detail: string;
  readonly at: Point;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Elements that run programs, or carry another document. */
const forbidden = new Set([
  'script',
  'handler',
  'listener',
  'foreignObject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
]);

/** The first thing in an SVG picture that keeps it out of the editions; undefined where there is none. */
export function svgFault(text: string): SvgFault | undefined {
  let root: Root;
  try {
    root = fromXml(text);
  } catch (error) {
    const at = error instanceof VFileMessage ? error : undefined;
    const point = { line: at?.line ?? 1, column: at?.column ?? 1, offset: 0 };
    return { rule: 'broken-image', detail: 'it is no well-formed XML', at: point };
  }
  const picture = root.children.find((node) => node.type === 'element');
  if (picture?.type !== 'element' || !isSvg(picture)) {
    const detail = `its outermost element is no <svg xmlns="${svgNamespace}">`;
    return { rule: 'broken-image', detail, at: origin };
  }
  return firstDanger(root, text);
}

function isSvg({ name, attributes }: Element): boolean {
  const [prefix, local] = name.includes(':') ? name.split(':') : [undefined, name];
  const declared = attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`];
  return local === 'svg' && declared === svgNamespace;
}

/** In document order, without recursion: a picture may be nested as deep as its program likes. */
function firstDanger(root: Root, text: string): SvgFault | undefined {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const detail = dangerOf(node, text);
    const start = node.position?.start;
    const at = { ...origin, ...start, offset: start?.offset ?? 0 };
    if (detail !== undefined) return { rule: 'unsafe-svg', detail, at };
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return undefined;
}

function dangerOf(node: Nodes, text: string): string | undefined {
  switch (node.type) {
    case 'element':
      return elementDanger(node);
    case 'instruction':
      return node.name === 'xml' ? undefined : `the instruction <?${node.name}?>`;
    case 'doctype': {
      const { start, end } = node.position ?? {};
      return text.slice(start?.offset, end?.offset).includes('[') ? 'declarations' : undefined;
    }
    default:
      return undefined;
  }
}

function elementDanger({ name, attributes, children }: Element): string | undefined {
  const local = localName(name);
  if (forbidden.has(local)) return `the element <${name}>`;
  const style = local === 'style' ? children.map((one) => ('value' in one ? one.value : '')) : [];
  if (leadsOut(style.join(''))) return 'a style that loads something';
  for (const [key, value] of Object.entries(attributes)) {
    const attribute = localName(key);
    // An animation can set what may not be written.
    const set = attribute === 'attributeName' ? localName(value ?? '') : '';
    if (/^on/iu.test(attribute) || /^(?:on|href$)/iu.test(set)) return `the attribute "${key}"`;
    const leads = attribute === 'href' || attribute === 'src';
    if (leads && !staysInside(value ?? '')) return `the address "${shortened(value ?? '')}"`;
    if (leadsOut(value ?? '')) return `the attribute "${key}", which loads something`;
  }
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A part of the same picture, or a picture of pixels in it. */
function staysInside(address: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]|$)/iu.test(address);
}

/** CSS that loads something, however it is written: escapes are not read, but refused. */
function leadsOut(css: string): boolean {
  if (/@import|image-set|expression\s*\(|javascript:/iu.test(css)) return true;
  return (
    [...css.matchAll(/url\(\s*["']?([^"')]*)/giu)].some(
      ([, address = '']) => !staysInside(address),
    ) ||
    (/\\/u.test(css) && /\(/u.test(css))
  );
}

function shortened(address: string): string {
  return address.length > 60 ? `${address.slice(0, 60)}…` : address;
}
