/** Pieces of a book do not make the book that was laid out: it is printed at once instead. Never leaves the edition. */
export class Misfit extends Error {}
