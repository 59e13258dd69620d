/** The word that was most likely meant. */
import { distance } from 'fastest-levenshtein';

/** The candidate that is fewest keystrokes away: at most a third of the word's letters, at least one; else none. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, keystrokes: distance(word, candidate) }))
    .filter(({ keystrokes }) => keystrokes <= limit)
    .toSorted((one, other) => one.keystrokes - other.keystrokes)[0]?.candidate;
}

/** Whether a word can only be a slip of the pen: a long word that is at most two keystrokes away. */
export function isSlip(word: string, meant: string): boolean {
  return word.length >= 8 && distance(word.toLowerCase(), meant.toLowerCase()) <= 2;
}
