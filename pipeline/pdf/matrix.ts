/** Places in a PDF (ISO 32000-1, 8.3.3). */

/** The six numbers a to f of a transformation. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Points: left, lower, right, upper edge. */
export type Box = readonly [number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Six operands as a matrix. */
export function toMatrix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}

/** The matrix that applies `one` and then `other`. */
export function multiply(one: Matrix, other: Matrix): Matrix {
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

/** Where a matrix places a point: how far to the right, and how far up. */
export function across(matrix: Matrix, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

export function up(matrix: Matrix, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

/** The box around points, given as x, y, x, y …, as a matrix places them. */
export function boxOf(matrix: Matrix, points: readonly number[]): Box {
  const growing = new GrowingBox();
  growing.add(matrix, points);
  return growing.box;
}

/** A box that grows around points. */
export class GrowingBox {
  #left = Infinity;
  #lower = Infinity;
  #right = -Infinity;
  #upper = -Infinity;

  /** Takes points in, given as x, y, x, y …, as a matrix places them. */
  add(matrix: Matrix, points: readonly number[]): void {
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x = 0, y = 0] = [points[at], points[at + 1]];
      const [right, above] = [across(matrix, x, y), up(matrix, x, y)];
      this.#left = Math.min(this.#left, right);
      this.#right = Math.max(this.#right, right);
      this.#lower = Math.min(this.#lower, above);
      this.#upper = Math.max(this.#upper, above);
    }
  }

  /** The box so far; without a point, one that holds none. */
  get box(): Box {
    return [this.#left, this.#lower, this.#right, this.#upper];
  }

  clear(): void {
    [this.#left, this.#lower] = [Infinity, Infinity];
    [this.#right, this.#upper] = [-Infinity, -Infinity];
  }
}
