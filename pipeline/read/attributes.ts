/** `{unit: members; id: _8dff; stage: "Outcome; late"}` at the end of an item: what readers need not see. */
import type { PhrasingContent } from 'mdast';

/** Attributes by key, in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** Phrasing without the attributes at its end, and those attributes. */
export interface Attributed {
  readonly content: readonly PhrasingContent[];
  readonly attributes: Attributes;
}

/** A key and a value: in quotes, or without the signs that have a meaning here. */
const pair = /^\s*([\p{L}_-]+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^;{}"]*?))\s*$/u;

/** Takes attributes off the end of phrasing; nothing is taken where one of the keys is none of those allowed. */
export function takeAttributes(
  content: readonly PhrasingContent[],
  allowed: readonly string[],
): Attributed {
  const nothing = { content, attributes: new Map<string, string>() };
  const last = content.at(-1);
  if (last?.type !== 'text' || !last.value.trimEnd().endsWith('}')) return nothing;
  const open = openingBrace(last.value);
  if (open === undefined) return nothing;
  const inside = last.value.trimEnd().slice(open + 1, -1);
  const attributes = new Map<string, string>();
  for (const piece of pieces(inside)) {
    const [, key = '', quoted, plain = ''] = pair.exec(piece) ?? [];
    if (!allowed.includes(key.toLowerCase())) return nothing;
    attributes.set(key.toLowerCase(), quoted?.replace(/\\(.)/gsu, '$1') ?? plain);
  }
  const value = last.value.slice(0, open).trimEnd();
  const rest = value === '' ? [] : [{ ...last, value }];
  return { content: [...content.slice(0, -1), ...rest], attributes };
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
