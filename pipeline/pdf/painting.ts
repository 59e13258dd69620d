/** What a content stream paints, where, and inside which marks (ISO 32000-1, 8 and 14.6). */
import { OperatorCursor } from './content-stream.ts';
import { type Mark, openMark } from './marks.ts';
import {
  across,
  type Box,
  boxOf,
  GrowingBox,
  identity,
  type Matrix,
  multiply,
  toMatrix,
  up,
} from './matrix.ts';

/**
 * Goes from one thing that a decoded content stream paints to the next, in order, with the ends of its marks and of its
 * text objects. As most pages show each glyph by an operator of its own, no object is made of what is met.
 */
export class Painting {
  kind: 'text' | 'text-end' | 'end' | 'clip' | 'path' | 'object' | 'image' | 'shading' = 'clip';
  /** The bytes of the operator with its operands. */
  start = 0;
  end = 0;
  /** Text and `text-end`: the `BT`. Paths: their first operator. All else: the operator. */
  from = 0;
  /** The mark around what is painted; at its `end`, the mark that closes. */
  mark: Mark | undefined;
  /** Text: the name of the font, and its size. Objects: the name of what `Do` draws. */
  name = '';
  size = 0;
  /** Text: where the glyphs start, on the page. */
  x = 0;
  y = 0;
  /** Paths: around their points. Objects: their unit square. Clips: the rectangle that what follows is clipped to. */
  box: Box = [0, 0, 0, 0];
  readonly #stream: Uint8Array;
  readonly #cursor: OperatorCursor;
  readonly #saved: Matrix[] = [];
  readonly #path = new GrowingBox();
  #matrix = identity;
  #open: Mark | undefined;
  #font = '';
  #line = [...identity];
  #textStart = 0;
  #pathStart = -1;
  #rectangle: Box | undefined;

  /** `outer` is the mark that a form is drawn in. */
  constructor(stream: Uint8Array, outer?: Mark) {
    this.#stream = stream;
    this.#cursor = new OperatorCursor(stream);
    this.#open = outer;
  }

  /** From the text's space, as it was where the line starts, to the space of what is around the text object. */
  get place(): Matrix {
    return toMatrix(this.#line);
  }

  /** Goes on to the next thing; false where there is none. */
  next(): boolean {
    while (this.#cursor.next()) if (this.#meets(this.#cursor)) return true;
    return false;
  }

  /** Whether an operator paints or ends something. */
  #meets({ name, start, end, numbers }: OperatorCursor): boolean {
    const line = this.#line;
    switch (name) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"': {
        const [, , , , e = 0, f = 0] = line;
        this.x = across(this.#matrix, e, f);
        this.y = up(this.#matrix, e, f);
        this.name = this.#font;
        return this.#meet('text', start, end, this.#textStart);
      }
      case 'Td':
      case 'TD': {
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line;
        const [x = 0, y = 0] = numbers;
        line[4] = a * x + c * y + e;
        line[5] = b * x + d * y + f;
        return false;
      }
      case 'Tm':
        for (let at = 0; at < 6; at += 1) line[at] = numbers[at] ?? identity[at] ?? 0;
        return false;
      case 'BT':
        for (let at = 0; at < 6; at += 1) line[at] = identity[at] ?? 0;
        this.#textStart = start;
        return false;
      case 'ET':
        return this.#meet('text-end', start, end, this.#textStart);
      case 'Tf':
        this.#font = nameOperand(this.#stream, start, end);
        this.size = numbers.at(-1) ?? 0;
        return false;
      case 'q':
        this.#saved.push(this.#matrix);
        return false;
      case 'Q':
        this.#matrix = this.#saved.pop() ?? identity;
        return false;
      case 'cm':
        this.#matrix = multiply(toMatrix(numbers), this.#matrix);
        return false;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers;
        const points = [x, y, x + width, y + height];
        this.#rectangle = boxOf(this.#matrix, points);
        return this.#draw(start, points);
      }
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
        return this.#draw(start, numbers);
      case 'W':
      case 'W*':
        if (!this.#rectangle) return false;
        this.box = this.#rectangle;
        return this.#meet('clip', start, end, start);
      case 'S':
      case 's':
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*': {
        const from = this.#pathStart < 0 ? start : this.#pathStart;
        this.box = this.#path.box;
        this.#rectangle = undefined;
        this.#endPath();
        return this.#meet('path', start, end, from);
      }
      case 'n':
        this.#endPath();
        return false;
      case 'BDC':
      case 'BMC':
        this.#open = openMark(this.#stream, start, end, this.#open);
        return false;
      case 'EMC': {
        if (!this.#open) return false;
        this.#meet('end', start, end, start);
        this.#open = this.#open.outer;
        return true;
      }
      case 'Do':
      case 'BI':
      case 'sh':
        this.box = boxOf(this.#matrix, [0, 0, 1, 1]);
        this.name = nameOperand(this.#stream, start, end);
        return this.#meet(drawings[name], start, end, start);
      default:
        return false;
    }
  }

  #meet(kind: Painting['kind'], start: number, end: number, from: number): true {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.from = from;
    this.mark = this.#open;
    return true;
  }

  #draw(start: number, points: readonly number[]): false {
    if (this.#pathStart < 0) this.#pathStart = start;
    this.#path.add(this.#matrix, points);
    return false;
  }

  #endPath(): void {
    this.#pathStart = -1;
    this.#path.clear();
  }
}

const drawings = { Do: 'object', BI: 'image', sh: 'shading' } as const;

function nameOperand(stream: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(stream.subarray(start, Math.min(end, start + 64))).toString('latin1');
  return /^\/([^\s/]+)/u.exec(text)?.[1] ?? '';
}
