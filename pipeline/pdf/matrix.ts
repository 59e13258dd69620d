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

/** What a matrix makes of a point. */
export function across(matrix: Matrix, x: number, y: number): number {
  return matrix[0] * x + matrix[2] * y + matrix[4];
}

export function up(matrix: Matrix, x: number, y: number): number {
  return matrix[1] * x + matrix[3] * y + matrix[5];
}

/** A box that grows around points. */
export class GrowingBox {
  #left = Infinity;
  #lower = Infinity;
  #right = -Infinity;
  #upper = -Infinity;

  /** Takes a point in, as a matrix places it. */
  add(matrix: Matrix, x: number, y: number): void {
    const [at, height] = [across(matrix, x, y), up(matrix, x, y)];
    this.#left = Math.min(this.#left, at);
    this.#right = Math.max(this.#right, at);
    this.#lower = Math.min(this.#lower, height);
    this.#upper = Math.max(this.#upper, height);
  }

  /** The box so far. */
  get box(): Box {
    return [this.#left, this.#lower, this.#right, this.#upper];
  }

  clear(): void {
    [this.#left, this.#lower, this.#right, this.#upper] = [
      Infinity,
      Infinity,
      -Infinity,
      -Infinity,
    ];
  }
}
