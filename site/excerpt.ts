/** The words around what was found, with what was found told apart. */

export interface Piece {
  readonly text: string;
  readonly match: boolean;
}

/** So many characters before the first match, and in all. */
const before = 60;
const length = 200;

/** `terms` are in lower case and without accents, as they stand in the index. */
export function excerptAround(text: string, terms: readonly string[]): readonly Piece[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.’'][\p{L}\p{N}]+)*/gu)].filter(([word]) =>
    terms.includes(word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  );
  const first = words[0]?.index ?? 0;
  const start = first <= before ? 0 : text.indexOf(' ', first - before) + 1;
  const end = text.length - start <= length ? text.length : text.lastIndexOf(' ', start + length);
  const pieces: Piece[] = start > 0 ? [{ text: '… ', match: false }] : [];
  let at = start;
  for (const { 0: word, index } of words) {
    if (index < at || index + word.length > end) continue;
    pieces.push({ text: text.slice(at, index), match: false }, { text: word, match: true });
    at = index + word.length;
  }
  pieces.push({ text: text.slice(at, Math.max(end, at)), match: false });
  if (end < text.length) pieces.push({ text: ' …', match: false });
  return pieces.filter((piece) => piece.text !== '');
}
