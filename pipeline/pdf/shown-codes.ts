/** The glyphs that an operator shows, by their codes of two bytes, as composite fonts have them. */
/**
 * Reads the hexadecimal and literal strings before `Tj`, `TJ`, `'` or `"` (ISO 32000-1, 9.4.3). `start` and `end` are the
 * bytes of the operator with its operands; the codes are put behind what `codes` holds.
 */
export function shownCodes(
  stream: Uint8Array,
  start: number,
  end: number,
  codes: number[] = [],
): readonly number[] {
  if (hexString(stream, start, end, codes)) return codes;
  const text = Buffer.from(stream.subarray(start, end)).toString('latin1');
  for (const [, hex, literal = ''] of text.matchAll(/<([\da-fA-F\s]*)>|\(((?:\\.|[^\\])*)\)/gsu)) {
    const bytes =
      hex === undefined ? unescaped(literal) : Buffer.from(hex.replace(/\s/gu, ''), 'hex');
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      codes.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    }
  }
  return codes;
}

/** Reads one hexadecimal string without white space in it, as nearly all are; leaves anything else, and tells so. */
function hexString(stream: Uint8Array, start: number, end: number, codes: number[]): boolean {
  if (stream[start] !== less) return false;
  const before = codes.length;
  let code = 0;
  let digits = 0;
  for (let at = start + 1; at < end; at += 1) {
    const byte = stream[at] ?? 0;
    if (byte === greater && stream[end - 2] === upperT && digits === 0) return true;
    const digit = hexDigit(byte);
    if (digit < 0) break;
    code = (code << 4) | digit;
    digits += 1;
    if (digits === 4) {
      codes.push(code);
      code = 0;
      digits = 0;
    }
  }
  codes.length = before;
  return false;
}

/** `<`, `>`, and the `T` of `Tj`. */
const less = 0x3c;
const greater = 0x3e;
const upperT = 0x54;

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
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
