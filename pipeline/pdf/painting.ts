/** What a content stream paints, where, and inside which marks (ISO 32000-1, 8 and 14.6). */
import { OperatorCursor } from './content-stream.ts';
import { type Mark, openMark } from './marks.ts';
import {
  across,
  type Box,
  GrowingBox,
  identity,
  type Matrix,
  multiply,
  toMatrix,
  up,
} from './matrix.ts';

/** The bytes of an operator with its operands. */
interface Bytes {
  readonly start: number;
  readonly end: number;
}

/** Something that is drawn. */
export interface Paint extends Bytes {
  readonly kind: 'path' | 'object' | 'image' | 'shading';
  /** Where the thing starts: a path's first operator, else the operator itself. */
  readonly from: number;
  readonly mark: Mark | undefined;
  /** The name of the object that `Do` draws. */
  readonly name: string;
  /** Paths: around their points. Objects: their unit square. */
  readonly box: Box;
}

/** Text that an operator shows. */
export interface TextPaint extends Bytes {
  readonly kind: 'text';
  /** Where the text object starts: its `BT`. */
  readonly from: number;
  readonly mark: Mark | undefined;
  /** The name of the font, and its size. */
  readonly name: string;
  readonly size: number;
  /** From the text's space, as it was where the line starts, to the space of what is around the text object. */
  readonly place: Matrix;
  /** Where its glyphs start, on the page. */
  readonly x: number;
  readonly y: number;
}

/** The closing of a mark, and its bytes. */
export interface MarkEnd extends Bytes {
  readonly kind: 'end';
  readonly mark: Mark;
}

/** The end of a text object, from its `BT` to its `ET`. */
export interface TextEnd extends Bytes {
  readonly kind: 'text-end';
  readonly from: number;
}

/** A rectangle that all that follows is clipped to, until the graphics state is restored. */
export interface Clip {
  readonly kind: 'clip';
  readonly box: Box;
}

export type Painting = Paint | TextPaint | MarkEnd | TextEnd | Clip;

/**
 * Everything that a decoded content stream paints, in order, with the ends of its marks and text objects. `outer` is the
 * mark that a form is drawn in.
 */
export function* paintingOf(stream: Uint8Array, outer?: Mark): Generator<Painting> {
  let matrix = identity;
  const saved: Matrix[] = [];
  let mark = outer;
  let font = '';
  let size = 0;
  let line: Matrix = identity;
  let textStart = 0;
  let pathStart = -1;
  const path = new GrowingBox();
  let rectangle: Box | undefined;
  const cursor = new OperatorCursor(stream);
  const { numbers } = cursor;
  const addToPath = () => {
    if (pathStart < 0) pathStart = cursor.start;
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      path.add(matrix, numbers[at] ?? 0, numbers[at + 1] ?? 0);
    }
  };
  const endPath = () => {
    pathStart = -1;
    path.clear();
  };
  while (cursor.next()) {
    const { name, start, end } = cursor;
    switch (name) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"': {
        const [x, y] = [across(matrix, line[4], line[5]), up(matrix, line[4], line[5])];
        yield {
          kind: 'text',
          start,
          end,
          from: textStart,
          mark,
          name: font,
          size,
          place: line,
          x,
          y,
        };
        break;
      }
      case 'Td':
      case 'TD': {
        const [x = 0, y = 0] = numbers;
        line = [line[0], line[1], line[2], line[3], across(line, x, y), up(line, x, y)];
        break;
      }
      case 'Tm':
        line = toMatrix(numbers);
        break;
      case 'BT':
        line = identity;
        textStart = start;
        break;
      case 'ET':
        yield { kind: 'text-end', start, end, from: textStart };
        break;
      case 'Tf':
        font = nameOperand(stream, start, end);
        size = numbers.at(-1) ?? 0;
        break;
      case 'q':
        saved.push(matrix);
        break;
      case 'Q':
        matrix = saved.pop() ?? identity;
        break;
      case 'cm':
        matrix = multiply(toMatrix(numbers), matrix);
        break;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers;
        [numbers[2], numbers[3]] = [x + width, y + height];
        addToPath();
        const own = new GrowingBox();
        own.add(matrix, x, y);
        own.add(matrix, x + width, y + height);
        rectangle = own.box;
        break;
      }
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
        addToPath();
        break;
      case 'W':
      case 'W*':
        if (rectangle) yield { kind: 'clip', box: rectangle };
        break;
      case 'S':
      case 's':
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*': {
        const from = pathStart < 0 ? start : pathStart;
        yield { kind: 'path', start, end, from, mark, name: '', box: path.box };
        endPath();
        rectangle = undefined;
        break;
      }
      case 'n':
        endPath();
        break;
      case 'BDC':
      case 'BMC':
        mark = openMark(stream, start, end, mark);
        break;
      case 'EMC':
        if (!mark) break;
        yield { kind: 'end', mark, start, end };
        mark = mark.outer;
        break;
      case 'Do':
      case 'BI':
      case 'sh': {
        const unit = new GrowingBox();
        unit.add(matrix, 0, 0);
        unit.add(matrix, 1, 1);
        const drawn = nameOperand(stream, start, end);
        yield { kind: drawings[name], start, end, from: start, mark, name: drawn, box: unit.box };
      }
    }
  }
}

const drawings = { Do: 'object', BI: 'image', sh: 'shading' } as const;

function nameOperand(stream: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(stream.subarray(start, Math.min(end, start + 64))).toString('latin1');
  return /^\/([^\s/]+)/u.exec(text)?.[1] ?? '';
}
