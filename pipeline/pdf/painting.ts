/** What a content stream paints, where, and inside which marks (ISO 32000-1, 8 and 14.6). */
import { type Operator, operatorsOf } from './content-stream.ts';

/** A sequence of marked content, open where something is painted. */
export interface Mark {
  /** Such as `Artifact`, `Span`. */
  readonly tag: string;
  /** The property list as written: a dictionary or the name of one. */
  readonly properties: string;
  readonly mcid: number | undefined;
  readonly outer: Mark | undefined;
  /** Where its `BDC` or `BMC` starts and ends. */
  readonly start: number;
  readonly end: number;
}

/** Points: left, lower, right, upper edge. */
export type Box = readonly [number, number, number, number];

export interface Paint {
  readonly kind: 'path' | 'object' | 'image' | 'shading';
  /** The painting operator. */
  readonly operator: Operator;
  /** Where the thing starts: the text object's `BT`, the path's first operator. */
  readonly from: number;
  readonly mark: Mark | undefined;
  /** The name of the font, of text; of the object that `Do` draws. */
  readonly name: string;
  /** Text: where its glyphs start (a box without width). Paths: their points. Objects: their unit square. */
  readonly box: Box;
}

/** Text that an operator shows. */
export interface TextPaint extends Omit<Paint, 'kind'> {
  readonly kind: 'text';
  /** The font's size. */
  readonly size: number;
  /** From the text's space, as it was where the line starts, to the space of what is around the text object. */
  readonly place: Matrix;
}

/** The closing of a mark. */
export interface MarkEnd {
  readonly kind: 'end';
  readonly mark: Mark;
  readonly operator: Operator;
}

/** The end of a text object, from its `BT` to its `ET`. */
export interface TextEnd {
  readonly kind: 'text-end';
  readonly from: number;
  readonly operator: Operator;
}

/** As in ISO 32000-1, 8.3.3: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const pathStarts = new Set(['m', 're', 'l', 'c', 'v', 'y', 'h']);
const pathPaints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const textShows = new Set(['Tj', 'TJ', "'", '"']);
const others: Readonly<Record<string, Paint['kind']>> = {
  Do: 'object',
  BI: 'image',
  sh: 'shading',
};

/**
 * Everything that a decoded content stream paints, in order, with the ends of its marks and text objects. `outer` is the
 * mark that a form is drawn in.
 */
export function* paintingOf(
  stream: Uint8Array,
  outer?: Mark,
): Generator<Paint | TextPaint | MarkEnd | TextEnd> {
  let matrix = identity;
  const saved: Matrix[] = [];
  let mark = outer;
  let font = '';
  let size = 0;
  let line: Matrix = identity;
  let textStart = 0;
  let pathStart = -1;
  let points: number[] = [];
  for (const operator of operatorsOf(stream)) {
    const { name, start } = operator;
    if (textShows.has(name)) {
      const [x, y] = apply(matrix, line[4], line[5]);
      const box: Box = [x, y, x, y];
      yield { kind: 'text', operator, from: textStart, mark, name: font, box, size, place: line };
    } else if (name === 'Td' || name === 'TD') {
      const [x = 0, y = 0] = numbersOf(stream, operator);
      const [a, b, c, d, e, f] = line;
      line = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
    } else if (name === 'Tm') {
      line = toMatrix(numbersOf(stream, operator));
    } else if (name === 'BT') {
      line = identity;
      textStart = start;
    } else if (name === 'ET') {
      yield { kind: 'text-end', from: textStart, operator };
    } else if (name === 'Tf') {
      font = nameOperand(stream, operator);
      size = numbersOf(stream, operator).at(-1) ?? 0;
    } else if (name === 'q') {
      saved.push(matrix);
    } else if (name === 'Q') {
      matrix = saved.pop() ?? identity;
    } else if (name === 'cm') {
      matrix = multiply(toMatrix(numbersOf(stream, operator)), matrix);
    } else if (pathStarts.has(name)) {
      if (pathStart < 0) pathStart = start;
      points.push(...pointsOf(name, numbersOf(stream, operator), matrix));
    } else if (pathPaints.has(name)) {
      const from = pathStart < 0 ? start : pathStart;
      yield { kind: 'path', operator, from, mark, name: '', box: around(points) };
      pathStart = -1;
      points = [];
    } else if (name === 'n') {
      pathStart = -1;
      points = [];
    } else if (name === 'BDC' || name === 'BMC') {
      mark = openMark(stream, operator, mark);
    } else if (name === 'EMC' && mark) {
      yield { kind: 'end', mark, operator };
      mark = mark.outer;
    } else {
      const kind = others[name];
      if (kind === undefined) continue;
      const box = around(pointsOf('re', [0, 0, 1, 1], matrix));
      yield { kind, operator, from: start, mark, name: nameOperand(stream, operator), box };
    }
  }
}

/** The first rectangle that a page clips to: Chromium's area inside the margins. */
export function contentArea(stream: Uint8Array): Box | undefined {
  let matrix = identity;
  const saved: Matrix[] = [];
  let rectangle: Box | undefined;
  for (const operator of operatorsOf(stream)) {
    const { name } = operator;
    if (name === 'q') saved.push(matrix);
    else if (name === 'Q') matrix = saved.pop() ?? identity;
    else if (name === 'cm') matrix = multiply(toMatrix(numbersOf(stream, operator)), matrix);
    else if (name === 're') rectangle = around(pointsOf('re', numbersOf(stream, operator), matrix));
    else if ((name === 'W' || name === 'W*') && rectangle) return rectangle;
    else if (pathPaints.has(name)) rectangle = undefined;
  }
  return undefined;
}

/** Whether a mark, or one around it, is an artifact. */
export function isArtifact(mark: Mark | undefined): boolean {
  return mark !== undefined && (mark.tag === 'Artifact' || isArtifact(mark.outer));
}

/** The number of the marked content that something lies in, undefined where it is in none. */
export function mcidOf(mark: Mark | undefined): number | undefined {
  return mark && (mark.mcid ?? mcidOf(mark.outer));
}

function openMark(stream: Uint8Array, operator: Operator, outer: Mark | undefined): Mark {
  const { start, end } = operator;
  const text = Buffer.from(stream.subarray(start, end)).toString('latin1');
  const [, tag = '', properties = ''] = /^\/([^\s<>[\]()/]*)\s*(.*?)\s*B[DM]C$/su.exec(text) ?? [];
  const mcid = /\/MCID\s+(\d+)/u.exec(properties)?.[1];
  return {
    tag,
    properties,
    mcid: mcid === undefined ? undefined : Number(mcid),
    outer,
    start,
    end,
  };
}

/** The numbers before an operator. */
function numbersOf(stream: Uint8Array, { start, end, name }: Operator): number[] {
  const numbers: number[] = [];
  const to = end - name.length;
  let digits = '';
  for (let at = start; at <= to; at += 1) {
    const byte = at < to ? (stream[at] ?? 0) : space;
    // Digits, signs and points are above the space; all white space is not.
    if (byte > space) digits += String.fromCharCode(byte);
    else if (digits !== '') {
      numbers.push(Number(digits));
      digits = '';
    }
  }
  return numbers;
}

const space = 32;

function nameOperand(stream: Uint8Array, { start, end }: Operator): string {
  const text = Buffer.from(stream.subarray(start, Math.min(end, start + 64))).toString('latin1');
  return /^\/([^\s/]+)/u.exec(text)?.[1] ?? '';
}

function toMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** The matrix that applies `one` and then `other`. */
function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [p, q, r, s, t, u] = other;
  return [
    a * p + b * r,
    a * q + b * s,
    c * p + d * r,
    c * q + d * s,
    e * p + f * r + t,
    e * q + f * s + u,
  ];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The points that a path operator names, in the page's space, as x, y, x, y … */
function pointsOf(name: string, operands: readonly number[], matrix: Matrix): number[] {
  if (name === 're') {
    const [x = 0, y = 0, width = 0, height = 0] = operands;
    return [...apply(matrix, x, y), ...apply(matrix, x + width, y + height)];
  }
  const points: number[] = [];
  for (let at = 0; at + 1 < operands.length; at += 2) {
    points.push(...apply(matrix, operands[at] ?? 0, operands[at + 1] ?? 0));
  }
  return points;
}

/** The box around points. */
function around(points: readonly number[]): Box {
  let [left, lower, right, upper] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x = 0, y = 0] = [points[at], points[at + 1]];
    left = Math.min(left, x);
    right = Math.max(right, x);
    lower = Math.min(lower, y);
    upper = Math.max(upper, y);
  }
  return [left, lower, right, upper];
}
