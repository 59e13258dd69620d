/** The glyphs that an operator shows, by their codes of two bytes, as composite fonts have them. */
import type { Operator } from './content-stream.ts';

/** Reads the hexadecimal and literal strings before `Tj`, `TJ`, `'` or `"` (ISO 32000-1, 9.4.3). */
export function shownCodes(stream: Uint8Array, { start, end }: Operator): readonly number[] {
  const text = Buffer.from(stream.subarray(start, end)).toString('latin1');
  const codes: number[] = [];
  for (const [, hex, literal = ''] of text.matchAll(/<([\da-fA-F\s]*)>|\(((?:\\.|[^\\])*)\)/gsu)) {
    const bytes =
      hex === undefined ? unescaped(literal) : Buffer.from(hex.replace(/\s/gu, ''), 'hex');
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      codes.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    }
  }
  return codes;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string (ISO 32000-1, 7.3.4.2). */
function unescaped(literal: string): Uint8Array {
  const text = literal.replace(/\\(?:([0-7]{1,3})|\r\n|(.))/gsu, (_, octal, sign) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (sign === undefined || sign === '\n' || sign === '\r') return '';
    return letters[sign] ?? sign;
  });
  return Buffer.from(text, 'latin1');
}
