/**
 * Splits a content stream into its operators (ISO 32000-1, 7.8.2), without reading what they mean.
 * An operator is a range of bytes, so that what is not changed is copied as it stands.
 */

/** One operator with its operands. Offsets count bytes in the stream. */
export interface Operator {
  /** Such as `Tj`, `BDC`, `re`. An inline image, from `BI` to `EI`, is one operator `BI`. */
  readonly name: string;
  /** Where its first operand starts, or the operator itself where it has none. */
  readonly start: number;
  /** Just past the operator. */
  readonly end: number;
}

/**
 * The operators of a decoded content stream, in order. Strings, dictionaries, comments and inline images are passed
 * over as what they are; bytes that end in no operator are left out.
 */
export function* operatorsOf(stream: Uint8Array): Generator<Operator> {
  const cursor = new OperatorCursor(stream);
  while (cursor.next()) {
    const { name, start, end } = cursor;
    yield { name, start, end };
  }
}

/** Goes from operator to operator without making an object of each: a page has thousands. */
export class OperatorCursor implements Operator {
  name = '';
  start = 0;
  end = 0;
  /** The operands that are numbers, those in arrays and dictionaries too. */
  readonly numbers: number[] = [];
  readonly #stream: Uint8Array;

  constructor(stream: Uint8Array) {
    this.#stream = stream;
  }

  /** Goes on to the next operator; false where there is none. */
  next(): boolean {
    const stream = this.#stream;
    const length = stream.length;
    let at = this.end;
    let start = -1;
    while (this.numbers.length > 0) this.numbers.pop();
    while (at < length) {
      const byte = stream[at] ?? 0;
      const kind = kinds[byte] ?? regular;
      if (kind === space) {
        at += 1;
        continue;
      }
      if (byte === percent) {
        at = endOfLine(stream, at);
        continue;
      }
      if (start < 0) start = at;
      if (kind === delimiter) {
        at = endOfDelimited(stream, at);
        continue;
      }
      const from = at;
      while (at < length && kinds[stream[at] ?? 0] === regular) at += 1;
      if (byte <= nine && isNumeric(byte)) {
        this.numbers.push(numberAt(stream, from, at));
        continue;
      }
      const name = wordAt(stream, from, at);
      if (name === 'true' || name === 'false' || name === 'null') continue;
      this.name = name;
      this.start = start;
      this.end = name === 'BI' ? endOfInlineImage(stream, at) : at;
      return true;
    }
    return false;
  }
}

const regular = 0;
const space = 1;
const delimiter = 2;

/** The class of each byte (ISO 32000-1, 7.2.2). */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space;
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = delimiter;

const percent = 0x25;
const leftParen = 0x28;
const rightParen = 0x29;
const slash = 0x2f;
const less = 0x3c;
const greater = 0x3e;
const backslash = 0x5c;

const nine = 0x39;

/** Whether a run of regular characters that begins so is a number. */
function isNumeric(byte: number): boolean {
  return byte >= zero || byte === point || byte === minus || byte === plus;
}

const zero = 0x30;
const plus = 0x2b;
const minus = 0x2d;
const point = 0x2e;

/** A number (7.3.3). The division is exact to the last digit as long as the digits fit into an integer. */
function numberAt(stream: Uint8Array, from: number, to: number): number {
  const first = stream[from];
  let digits = 0;
  let scale = 1;
  let afterPoint = false;
  for (let at = first === minus || first === plus ? from + 1 : from; at < to; at += 1) {
    const byte = stream[at] ?? 0;
    if (byte === point) afterPoint = true;
    else {
      digits = digits * 10 + (byte - zero);
      if (afterPoint) scale *= 10;
    }
  }
  if (digits > Number.MAX_SAFE_INTEGER) return Number(latin(stream, from, to));
  return (first === minus ? -digits : digits) / scale;
}

/** Past a string, a name, or one bracket of an array or dictionary. */
function endOfDelimited(stream: Uint8Array, at: number): number {
  const byte = stream[at];
  if (byte === leftParen) return endOfString(stream, at);
  if (byte === less && stream[at + 1] !== less) {
    const end = stream.indexOf(greater, at);
    return end < 0 ? stream.length : end + 1;
  }
  if (byte === less || (byte === greater && stream[at + 1] === greater)) return at + 2;
  if (byte === slash) {
    let end = at + 1;
    while (end < stream.length && kinds[stream[end] ?? 0] === regular) end += 1;
    return end;
  }
  return at + 1;
}

/** Past a literal string: parentheses in it are balanced or escaped. */
function endOfString(stream: Uint8Array, at: number): number {
  let depth = 0;
  for (let index = at; index < stream.length; index += 1) {
    const byte = stream[index];
    if (byte === backslash) index += 1;
    else if (byte === leftParen) depth += 1;
    else if (byte === rightParen) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return stream.length;
}

function endOfLine(stream: Uint8Array, at: number): number {
  let end = at;
  while (end < stream.length && stream[end] !== 10 && stream[end] !== 13) end += 1;
  return end;
}

/** Past the `EI` of an inline image. Its bytes may hold anything, so `EI` counts only between white space. */
function endOfInlineImage(stream: Uint8Array, at: number): number {
  for (let index = at; index < stream.length - 1; index += 1) {
    if (stream[index] !== 0x45 || stream[index + 1] !== 0x49) continue;
    const before = kinds[stream[index - 1] ?? 0] === space;
    const after = index + 2 >= stream.length || kinds[stream[index + 2] ?? 0] === space;
    if (before && after && readsAsText(stream, index + 2)) return index + 2;
  }
  return stream.length;
}

/** Whether what follows looks like a content stream: `EI` in the image's bytes is followed by other bytes. */
function readsAsText(stream: Uint8Array, at: number): boolean {
  return stream
    .subarray(at, at + 10)
    .every((byte) => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13);
}

/** The words that operators are, so that one text stands for all of a kind. */
const words = new Map(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d Do EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri ' +
    's S sc SC scn SCN sh T* Tc Td TD Tf TJ Tj TL Tm Tr Ts Tw Tz v w W W* y \' "'
  )
    .split(' ')
    .map((word) => [keyOf(Buffer.from(word), 0, word.length), word]),
);

function wordAt(stream: Uint8Array, from: number, to: number): string {
  const known = to - from <= 3 ? words.get(keyOf(stream, from, to)) : undefined;
  return known ?? latin(stream, from, to);
}

function keyOf(stream: Uint8Array, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at += 1) key = (key << 8) | (stream[at] ?? 0);
  return key;
}

/** Bytes as Latin-1: one character a byte. */
function latin(stream: Uint8Array, from: number, to: number): string {
  return Buffer.from(stream.subarray(from, to)).toString('latin1');
}
