/** "Did you mean": the nearest right word to a wrong one. */
import { distance } from 'fastest-levenshtein';

/** The candidate that differs least, where it is near enough to be meant; compared without case. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  // Two letters that changed places count as two changes: "sarfi" is meant to be "sarif".
  const most = wanted.length < 5 ? 1 : Math.ceil(wanted.length / 3);
  return candidates
    .map((candidate) => ({ candidate, apart: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart)[0]?.candidate;
}
