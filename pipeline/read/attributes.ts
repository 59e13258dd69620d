/** `{unit: members; id: _8dff; stage: "Outcome; late"}` at the end of an item: what readers need not see. */
import type { PhrasingContent } from 'mdast';
import { toString as mdastText } from 'mdast-util-to-string';

/** Attributes by key, in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** Phrasing without the attributes at its end, and those attributes. */
export interface Attributed {
  readonly content: readonly PhrasingContent[];
  readonly attributes: Attributes;
}

/** A key and a value: in quotes, or without the signs that have a meaning here. */
const pair = /^([\p{L}_-]+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^;{}"]*))$/u;

/** Takes attributes off the end of phrasing; nothing is taken where one of the keys is none of those allowed. */
export function takeAttributes(
  content: readonly PhrasingContent[],
  allowed: readonly string[],
): Attributed {
  const nothing = { content, attributes: new Map<string, string>() };
  // An address in a value is a link by now, so that values may run over several nodes.
  const texts = content.map((node) => mdastText(node));
  const whole = texts.join('').trimEnd();
  const open = whole.endsWith('}') ? openingBrace(whole) : undefined;
  if (open === undefined) return nothing;
  const inside = whole.slice(open + 1, -1);
  const attributes = new Map<string, string>();
  for (const piece of pieces(inside)) {
    const [, key = '', quoted, plain = ''] = pair.exec(piece.trim()) ?? [];
    if (!allowed.includes(key.toLowerCase())) return nothing;
    attributes.set(key.toLowerCase(), quoted?.replace(/\\(.)/gsu, '$1') ?? plain);
  }
  const before = upTo(content, texts, open);
  return before === undefined ? nothing : { content: before, attributes };
}

/** The phrasing before an offset of its text; undefined where the offset is in no plain text. */
function upTo(
  content: readonly PhrasingContent[],
  texts: readonly string[],
  offset: number,
): PhrasingContent[] | undefined {
  let start = 0;
  for (const [index, node] of content.entries()) {
    const length = texts[index]?.length ?? 0;
    if (offset >= start + length) {
      start += length;
      continue;
    }
    if (node.type !== 'text') return undefined;
    const value = node.value.slice(0, offset - start).trimEnd();
    return [...content.slice(0, index), ...(value === '' ? [] : [{ ...node, value }])];
  }
  return undefined;
}

/** Attributes as they are read again; those without a value are left out, and nothing is written where none is left. */
export function attributesText(values: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}: ${quotedIfNeeded(value)}`],
  );
  return written.length === 0 ? '' : ` {${written.join('; ')}}`;
}

function quotedIfNeeded(value: string): string {
  const plain = /^[^;{}"\\\s](?:[^;{}"\\]*[^;{}"\\\s])?$/u.test(value);
  return plain ? value : `"${value.replace(/["\\]/gu, '\\$&')}"`;
}

/** Where the last brace outside quotes opens. */
function openingBrace(text: string): number | undefined {
  let open: number | undefined;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (open !== undefined && quoted && sign === '\\') index += 1;
    else if (open !== undefined && sign === '"') quoted = !quoted;
    else if (sign === '{' && !quoted) {
      open = index;
    } else if (sign === '}' && !quoted && index < text.trimEnd().length - 1) open = undefined;
  }
  return quoted ? undefined : open;
}

/** Split at semicolons outside quotes. */
function pieces(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"])+/gu) ?? [];
}
