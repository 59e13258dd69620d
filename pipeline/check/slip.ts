/** Slips of the pen. */
import { distance } from 'fastest-levenshtein';

/** Whether a word can only be a slip of the pen: a long word that is at most two keystrokes away. */
export function isSlip(word: string, meant: string): boolean {
  return word.length >= 8 && distance(word.toLowerCase(), meant.toLowerCase()) <= 2;
}
